package org.haas.cli.catalogue;

import static org.haas.cli.command.Call.delete;
import static org.haas.cli.command.Call.get;
import static org.haas.cli.command.Call.post;
import static org.haas.cli.command.Call.put;
import static org.haas.cli.command.Command.asking;
import static org.haas.cli.command.Command.doing;

import java.util.List;
import java.util.stream.Stream;
import org.haas.cli.command.Command;

/** Projects, their members, and users of the login. */
final class ProjectCommands {
  private static final String MEMBER = "v1/projects/{project}/members/{user}";

  private ProjectCommands() {}

  static Stream<Command> all() {
    return Stream.of(projects(), nodes(), members(), users()).flatMap(List::stream);
  }

  private static List<Command> projects() {
    return List.of(
        asking("project list", "Your projects.", get("v1/projects").many(Views.PROJECT)),
        asking(
            "project show PROJECT",
            "One project and your role in it.",
            get("v1/projects/{project}").one(Views.PROJECT)),
        asking(
            "project create PROJECT",
            "Make a project (administrators).",
            post("v1/projects").field("name", "project")),
        asking(
            "project delete PROJECT",
            "Delete a project that owns nothing (administrators).",
            delete("v1/projects/{project}")),
        asking(
            "project list-networks PROJECT",
            "Networks that a project may use.",
            get("v1/networks").query("project").all(Views.NETWORK)),
        asking(
            "project limits show PROJECT",
            "What its headnodes may have together, and have.",
            get("v1/projects/{project}/headnode-limits").one(Views.LIMITS)),
        asking(
            "project limits set PROJECT HEADNODES CPUS MEMORY-MIB DISK-GIB",
            "Say what its headnodes may have together (administrators).",
            put("v1/projects/{project}/headnode-limits")
                .number("headnodes", "headnodes")
                .number("cpus", "cpus")
                .number("memoryMib", "memory-mib")
                .number("diskGib", "disk-gib")));
  }

  private static List<Command> nodes() {
    return List.of(
        asking(
            "project node list PROJECT",
            "Nodes that a project holds.",
            get("v1/nodes").query("project").all(Views.NODE)),
        asking(
            "project node add PROJECT NODE",
            "Reserve a free node for a project.",
            put("v1/nodes/{node}/reservation").fields("project")),
        doing(
                "project node remove PROJECT NODE",
                "Give a node of a project back.",
                Reservations::remove)
            .option("--force", "Take its networks off first, and wait until they are.")
            .waiting());
  }

  private static List<Command> members() {
    return List.of(
        asking(
            "project member list PROJECT",
            "Members of a project.",
            get("v1/projects/{project}/members").many(Views.MEMBER)),
        asking(
            "project member put PROJECT USER ROLE=MEMBER|MANAGER",
            "Make somebody a member or a manager of a project.",
            put(MEMBER).fields("role")),
        asking(
            "project member remove PROJECT USER",
            "Take somebody out of a project.",
            delete(MEMBER)));
  }

  private static List<Command> users() {
    return List.of(
        asking("user list", "All users (administrators).", get("v1/users").many(Views.USER)),
        doing(
            "user create USERNAME PASSWORD ROLE=admin|regular",
            "Make a user in the login; - as the password has it asked for (administrators).",
            Users::create),
        asking(
            "user delete USERNAME",
            "Delete a user from the login (administrators).",
            delete("v1/users/{username}")),
        doing(
            "user set-admin USERNAME ROLE=admin|regular",
            "Make a user an administrator, or no longer (administrators).",
            Users::administrator),
        asking(
            "user project add USER PROJECT",
            "Make a user a member of a project.",
            put(MEMBER).constant("role", "MEMBER")),
        asking(
            "user project remove USER PROJECT", "Take a user out of a project.", delete(MEMBER)));
  }
}
