package org.haas.cli.catalogue;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.cli.command.Given;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Http;

/** What takes more than one request to a node. */
final class Nodes {
  private static final String LIST = "v1/nodes?limit=1000";

  private Nodes() {}

  static void list(Session session) {
    Given given = session.given();
    boolean free = given.optional("which").filter("free"::equals).isPresent();
    if (free && given.has("state")) {
      throw Failure.usage("Free nodes are in the state FREE: leave out free, or --state.");
    }
    String asked =
        Stream.concat(
                free ? Stream.of("&state=FREE") : Stream.of(),
                Stream.of("project", "state", "text", "sort")
                    .flatMap(
                        name ->
                            given.optional(name).stream()
                                .map(value -> "&" + name + "=" + Http.escaped(value))))
            .collect(Collectors.joining());
    session.output().list(session.api().all(LIST + asked), Views.NODE);
  }

  static void register(Session session) {
    Given given = session.given();
    String node = given.text("node");
    JsonObject made =
        session
            .api()
            .send("POST", "v1/nodes", Optional.of(JsonText.object().add("name", node).build()))
            .object();
    Optional<String> daemon = given.optional("obmd-uri");
    if (daemon.isPresent()) {
      JsonObject controller =
          JsonText.object()
              .add("type", "obmd")
              .add("address", daemon.get())
              .add("password", session.secrets().given("obmd-admin-token").orElse(""))
              .build();
      withController(session, node, controller);
    }
    session.output().changed(made, Views.NODE);
  }

  private static void withController(Session session, String node, JsonObject controller) {
    try {
      session.api().send("PUT", bmc(node), Optional.of(controller));
    } catch (Failure refused) {
      throw new Failure(
          refused.code(),
          "Node %s is recorded, but not its BMC: %s Then: haas node bmc set %s obmd ..."
              .formatted(node, refused.getMessage(), node),
          refused);
    }
  }

  static void controller(Session session) {
    Given given = session.given();
    JsonObjectBuilder body =
        JsonText.object().add("type", given.text("type")).add("address", given.text("address"));
    given.optional("user").ifPresent(user -> body.add("username", user));
    session.secrets().given("password").ifPresent(password -> body.add("password", password));
    given.optional("certificate").ifPresent(print -> body.add("certificate", print));
    Settings.of(given).ifPresent(settings -> body.add("settings", settings));
    String path = bmc(given.text("node"));
    session
        .output()
        .changed(session.api().send("PUT", path, Optional.of(body.build())).object(), Views.BMC);
  }

  private static String bmc(String node) {
    return "v1/nodes/" + Http.escaped(node) + "/bmc";
  }
}
