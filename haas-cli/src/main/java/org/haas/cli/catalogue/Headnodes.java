package org.haas.cli.catalogue;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.haas.cli.command.Given;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Answer;
import org.haas.cli.wire.Http;

/** What takes more than one request, or a file, to a headnode or a hypervisor. */
final class Headnodes {
  private Headnodes() {}

  static void create(Session session) {
    Given given = session.given();
    JsonObjectBuilder body =
        JsonText.object()
            .add("name", given.text("headnode"))
            .add("project", given.text("project"))
            .add("image", given.text("base-img"));
    given.number("cpus").ifPresent(cpus -> body.add("cpus", cpus));
    given.number("memory").ifPresent(memory -> body.add("memoryMib", memory));
    given.number("disk").ifPresent(disk -> body.add("diskGib", disk));
    given.optional("host-name").ifPresent(name -> body.add("hostName", name));
    given
        .optional("user-data")
        .ifPresent(file -> body.add("userData", Settings.file(session, file)));
    if (!given.all("key").isEmpty()) {
      body.add("keys", keys(session));
    }
    body.add("start", given.has("start"));
    Answer answer = session.api().send("POST", "v1/headnodes", Optional.of(body.build()));
    session.operations().follow(answer.object());
  }

  private static JsonArrayBuilder keys(Session session) {
    JsonArrayBuilder keys = JsonText.array();
    session.given().all("key").stream()
        .flatMap(file -> Settings.file(session, file).lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(keys::add);
    return keys;
  }

  static void steps(Session session) {
    String name = session.given().text("headnode");
    List<JsonObject> newest =
        session.api().part("v1/operations?limit=1&headnode=" + Http.escaped(name));
    JsonObject operation =
        newest.stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.REFUSED,
                        "There is no operation of a headnode %s.".formatted(name)));
    session
        .output()
        .list(
            session.api().all("v1/operations/" + operation.getString("id") + "/steps"), Views.STEP);
  }

  static void hypervisor(Session session) {
    Given given = session.given();
    JsonObjectBuilder body =
        JsonText.object()
            .add("name", given.text("hypervisor"))
            .add("type", given.text("type"))
            .add("address", given.text("address"));
    given.optional("user").ifPresent(user -> body.add("username", user));
    session.secrets().given("password").ifPresent(password -> body.add("password", password));
    given
        .optional("private-key")
        .ifPresent(file -> body.add("privateKey", Settings.file(session, file)));
    given.optional("host-key").ifPresent(key -> body.add("hostKey", key));
    Settings.of(given).ifPresent(settings -> body.add("settings", settings));
    JsonObject made =
        session.api().send("POST", "v1/hypervisors", Optional.of(body.build())).object();
    session.output().changed(made, Views.HYPERVISOR);
  }
}
