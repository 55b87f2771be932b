package org.haas.cli.catalogue;

import static org.haas.cli.command.Call.delete;
import static org.haas.cli.command.Call.get;
import static org.haas.cli.command.Call.put;
import static org.haas.cli.command.Command.asking;
import static org.haas.cli.command.Command.doing;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haas.cli.command.Command;
import org.haas.cli.command.Given;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.Failure;

/** Networks. */
final class NetworkCommands {
  private static final String ADMINISTRATORS = "admin";
  private static final String GRANT = "v1/networks/{network}/grants/{project}";

  private NetworkCommands() {}

  static Stream<Command> all() {
    return Stream.of(
        asking(
                "network list",
                "Public networks and those that your projects may use.",
                get("v1/networks").query("text", "project").all(Views.NETWORK))
            .option("--project PROJECT", "Only what this project may use.")
            .option("--text TEXT", "Only those with this in their names."),
        asking(
            "network show NETWORK",
            "One network.",
            get("v1/networks/{network}").one(Views.NETWORK)),
        doing(
                "network create NETWORK OWNER",
                "Make a network of a project; the owner admin: an administrators' one.",
                NetworkCommands::create)
            .option("--access PROJECTS", "Who may use it besides its owner, with commas between.")
            .option("--net-id ID", "A VLAN id of your own, for an administrators' one.")
            .option("--public", "Every project may use it; for an administrators' one."),
        asking(
            "network delete NETWORK",
            "Delete a network that nothing is on.",
            delete("v1/networks/{network}")),
        asking(
                "network list-attachments NETWORK",
                "What is connected; who does not own it names a project of his.",
                get("v1/networks/{network}/attachments").query("project").many(Views.ATTACHMENT))
            .option("--project PROJECT", "Only this project's."),
        doing(
            "network isolation NETWORK",
            "Which ports carry it, as they were read; ends with 1 unless that is proven.",
            ChangeSets::prove),
        asking("network grant-access NETWORK PROJECT", "Let a project use a network.", put(GRANT)),
        asking(
            "network revoke-access NETWORK PROJECT",
            "No longer let a project use a network.",
            delete(GRANT)));
  }

  /** An empty --access opens an administrators' network to all, as in HIL; leaving it out not. */
  private static void create(Session session) {
    Given given = session.given();
    String owner = given.text("owner");
    boolean administrators = owner.equals(ADMINISTRATORS);
    Optional<String> access = given.optional("access");
    boolean open =
        given.has("public") || (administrators && access.filter(String::isEmpty).isPresent());
    if (open && !administrators) {
      throw Failure.usage("Only a network of the owner admin can be public.");
    }
    JsonObjectBuilder body = JsonText.object().add("name", given.text("network"));
    if (!administrators) {
      body.add("owner", owner);
    }
    if (open) {
      body.add("visibility", "PUBLIC");
    }
    body.add("grants", grants(access.orElse(""), owner));
    given.number("net-id").ifPresent(vlan -> body.add("vlan", vlan));
    JsonObject made = session.api().send("POST", "v1/networks", Optional.of(body.build())).object();
    session.output().changed(made, Views.NETWORK);
  }

  private static JsonArrayBuilder grants(String access, String owner) {
    JsonArrayBuilder grants = JsonText.array();
    List.of(access.split(",")).stream()
        .map(String::strip)
        .filter(project -> !project.isEmpty() && !project.equals(owner))
        .distinct()
        .forEach(grants::add);
    return grants;
  }
}
