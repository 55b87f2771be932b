package org.haas.cli.hil;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.haas.cli.hil.Report.Result;
import org.haas.cli.json.JsonText;
import org.haas.cli.wire.Http;

/** Projects and who is in them. Users are the login's: they are looked for by name, never made. */
final class People {
  private static final String PROJECTS = "v1/projects";

  private final Here here;
  private final Set<String> projects = new HashSet<>();

  /** Of that HaaS. */
  People(Here here) {
    this.here = here;
  }

  /** Whether a project is there, or would be. */
  boolean has(String project) {
    return projects.contains(project);
  }

  void bring(Hil hil) {
    hil.projects().forEach(this::project);
    hil.users().forEach(this::user);
  }

  private void project(String name) {
    if (here.find(PROJECTS, name).isPresent()) {
      here.report().add("project", name, Result.THERE, "");
      projects.add(name);
    } else if (here.isName("project", name)
        && here.make(
            "project",
            name,
            "",
            Here.Request.post(PROJECTS, JsonText.object().add("name", name).build()))) {
      projects.add(name);
    }
  }

  /** The login keeps names in small letters. */
  private void user(Hil.User user) {
    String name = user.name().toLowerCase(Locale.ROOT);
    Optional<JsonObject> known = here.find("v1/users", name);
    if (known.isEmpty()) {
      here.report()
          .add(
              "user",
              name,
              Result.WAITS,
              "Passwords are not imported: haas user create %s - %s%s"
                  .formatted(
                      name, user.admin() ? "admin" : "regular", memberships(user.projects())));
      return;
    }
    here.report().add("user", name, Result.THERE, "");
    if (user.admin() && !known.get().getBoolean("admin", false)) {
      String way = "An administrator in HIL; if he shall be: haas user set-admin %s admin";
      here.report().add("user", name, Result.BY_HAND, way.formatted(name));
    }
    Set<String> member = Here.texts(known.get(), "projects");
    user.projects().stream()
        .filter(projects::contains)
        .forEach(project -> member(name, project, member.contains(project)));
  }

  private static String memberships(List<String> projects) {
    return projects.isEmpty()
        ? ""
        : "; then import again, for " + String.join(", ", projects) + ".";
  }

  private void member(String name, String project, boolean there) {
    String both = "%s in %s".formatted(name, project);
    if (there) {
      here.report().add("member", both, Result.THERE, "");
      return;
    }
    String path = "%s/%s/members/%s".formatted(PROJECTS, Http.escaped(project), Http.escaped(name));
    here.make(
        "member",
        both,
        "",
        new Here.Request("PUT", path, JsonText.object().add("role", "MEMBER").build()));
  }
}
