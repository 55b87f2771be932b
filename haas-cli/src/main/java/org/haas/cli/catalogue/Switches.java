package org.haas.cli.catalogue;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haas.cli.command.Given;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Http;

/** Recording switches, in HIL's words or in ours. */
final class Switches {
  private static final Pattern ADDRESS = Pattern.compile("(\\[[^]]+]|[^:\\[]+)(?::(\\d{1,5}))?");

  /** HIL's types, and its arguments of each; the last of some are settings. */
  private static final Map<String, List<String>> HIL =
      Map.of(
          "mock", List.of("HOST", "USER", "PASSWORD"),
          "powerconnect55xx", List.of("HOST", "USER", "PASSWORD"),
          "nexus", List.of("HOST", "USER", "PASSWORD", "DUMMY_VLAN"),
          "delln3000", List.of("HOST", "USER", "PASSWORD", "DUMMY_VLAN"),
          "dellnos9", List.of("HOST", "USER", "PASSWORD", "INTERFACE_TYPE"),
          "brocade", List.of("HOST", "USER", "PASSWORD", "INTERFACE_TYPE"),
          "ovs", List.of("BRIDGE"));

  /** What the arguments are called in an object. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          "HOST", "hostname",
          "USER", "username",
          "PASSWORD", "password",
          "DUMMY_VLAN", "dummy_vlan",
          "INTERFACE_TYPE", "interface_type",
          "BRIDGE", "ovs_bridge");

  private static final int SETTING = 3;

  private Switches() {}

  static void register(Session session) {
    Given given = session.given();
    String subtype = given.text("subtype");
    String type = subtype.substring(subtype.lastIndexOf('/') + 1);
    JsonObject body =
        given.all("args").isEmpty() ? byOptions(session, type) : byArguments(session, type);
    JsonObject made = session.api().send("POST", "v1/switches", Optional.of(body)).object();
    session.output().changed(made, Views.SWITCH);
  }

  private static JsonObject byArguments(Session session, String type) {
    List<String> wanted = HIL.getOrDefault(type, List.of());
    List<String> args = arguments(session.given().all("args"), wanted);
    if (wanted.size() != args.size()) {
      throw Failure.usage(
          wanted.isEmpty()
              ? "HIL has no switches of the type %s; use the options, as --host.".formatted(type)
              : "A switch of the type %s takes exactly: %s"
                  .formatted(type, String.join(" ", wanted)));
    }
    JsonObjectBuilder body = named(session, type.equals("mock") ? "sim" : type);
    if (type.equals("ovs")) {
      JsonObjectBuilder bridge = JsonText.object().add("bridge", args.get(0));
      return body.add("host", "localhost").add("settings", bridge).build();
    }
    String password = args.get(2).equals("-") ? session.secrets().read("password") : args.get(2);
    at(args.get(0), body).add("username", args.get(1)).add("password", password);
    setting(type, args).ifPresent(setting -> body.add("settings", setting));
    return body.build();
  }

  /** HIL takes them as one object too, of JSON or as Python writes it. */
  private static List<String> arguments(List<String> given, List<String> wanted) {
    String only = given.size() == 1 ? given.get(0) : "";
    return JsonText.object(only)
        .or(() -> JsonText.object(only.replace('\'', '"')))
        .map(
            object ->
                object.size() == wanted.size()
                    ? wanted.stream().flatMap(name -> member(object, MEMBERS.get(name))).toList()
                    : List.<String>of())
        .orElse(given);
  }

  private static Stream<String> member(JsonObject object, String name) {
    return Optional.ofNullable(object.get(name))
        .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
        .stream();
  }

  /** HaaS gives no two ports of a Nexus the same dummy, so that it needs none. */
  private static Optional<JsonObject> setting(String type, List<String> args) {
    return args.size() <= SETTING || type.equals("nexus")
        ? Optional.empty()
        : Optional.of(
            JsonText.object()
                .add(type.equals("delln3000") ? "dummy_vlan" : "interface_type", args.get(SETTING))
                .build());
  }

  private static JsonObject byOptions(Session session, String type) {
    Given given = session.given();
    JsonObjectBuilder body = named(session, type);
    body.add(
        "host",
        given.optional("host").orElseThrow(() -> Failure.usage("--host, or ARGS, is missing.")));
    given.number("ssh-port").ifPresent(port -> body.add("port", port));
    given.optional("user").ifPresent(user -> body.add("username", user));
    session.secrets().given("password").ifPresent(password -> body.add("password", password));
    given
        .optional("private-key")
        .ifPresent(file -> body.add("privateKey", Settings.file(session, file)));
    given.optional("host-key").ifPresent(key -> body.add("hostKey", key));
    Settings.of(given).ifPresent(settings -> body.add("settings", settings));
    return body.build();
  }

  private static JsonObjectBuilder named(Session session, String type) {
    return JsonText.object().add("name", session.given().text("switch")).add("type", type);
  }

  private static JsonObjectBuilder at(String address, JsonObjectBuilder body) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return body.add("host", address);
    }
    body.add("host", parts.group(1).replaceAll("[\\[\\]]", ""));
    return parts.group(2) == null ? body : body.add("port", Integer.parseInt(parts.group(2)));
  }

  static void port(Session session) {
    String name = session.given().text("switch");
    String port = session.given().text("port");
    JsonObject found =
        JsonText.list(session.api().get("v1/switches/" + Http.escaped(name)), "ports")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(one -> one.getString("name").equals(port))
            .findFirst()
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.REFUSED, "Switch %s has no port %s.".formatted(name, port)));
    session.output().single(found, Views.PORT);
  }
}
