package org.haas.cli.hil;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.cli.json.JsonText;

/** A switch of HIL's as HaaS registers it; as HIL's own API does here (docs/api-v0.md). */
final class SwitchWords {
  /** HIL's type, and the one argument that is a setting here; nothing: it has none. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "mock", "",
          "powerconnect55xx", "",
          "nexus", "",
          "delln3000", "dummy_vlan",
          "dellnos9", "interface_type",
          "brocade", "interface_type");

  /** Those that HIL spoke REST to have a URL where we log in by SSH. */
  private static final Pattern URL = Pattern.compile("https?://(\\[[^]]+]|[^:/\\[]+).*");

  private static final Pattern ADDRESS = Pattern.compile("(\\[[^]]+]|[^:\\[]+)(?::(\\d{1,5}))?");

  private SwitchWords() {}

  /** What is sent to register it, its password too; empty: HaaS has no such type. */
  static Optional<JsonObject> registration(Hil.Switch known) {
    Map<String, String> given = known.arguments();
    JsonObjectBuilder body = JsonText.object().add("name", known.name());
    if (known.type().equals("ovs")) {
      String bridge = given.getOrDefault("ovs_bridge", given.getOrDefault("hostname", ""));
      JsonObjectBuilder settings = JsonText.object().add("bridge", bridge);
      body.add("type", "ovs").add("host", "localhost").add("settings", settings);
      return Optional.of(body.build());
    }
    if (!SETTINGS.containsKey(known.type())) {
      return Optional.empty();
    }
    body.add("type", known.type().equals("mock") ? "sim" : known.type());
    at(given.getOrDefault("hostname", ""), body);
    body.add("username", given.getOrDefault("username", ""));
    body.add("password", given.getOrDefault("password", ""));
    String setting = SETTINGS.get(known.type());
    if (given.containsKey(setting)) {
      body.add("settings", JsonText.object().add(setting, given.get(setting)));
    }
    return Optional.of(body.build());
  }

  private static void at(String hostname, JsonObjectBuilder body) {
    Matcher url = URL.matcher(hostname);
    Matcher address = ADDRESS.matcher(hostname);
    if (url.matches()) {
      body.add("host", bare(url.group(1)));
    } else if (address.matches()) {
      body.add("host", bare(address.group(1)));
      if (address.group(2) != null) {
        body.add("port", Integer.parseInt(address.group(2)));
      }
    } else {
      body.add("host", hostname);
    }
  }

  private static String bare(String host) {
    return host.replaceAll("[\\[\\]]", "");
  }

  /** What of a registered one is otherwise, in a sentence. Secrets and host keys are its own. */
  static Optional<String> difference(JsonObject ours, JsonObject there) {
    String type = ours.getString("type");
    boolean same =
        type.equals(there.getString("type"))
            && (type.equals("ovs")
                ? settings(ours).equals(settings(there))
                : ours.getString("host").equals(there.getString("host"))
                    && (!ours.containsKey("port") || ours.get("port").equals(there.get("port"))));
    return same
        ? Optional.empty()
        : Optional.of(
            "It is a %s at %s here, and a %s at %s in HIL; its ports and machines are not imported."
                    .formatted(
                        there.getString("type"),
                        there.getString("host"),
                        type,
                        ours.getString("host"))
                + " Rename one of them, or register it as in HIL.");
  }

  private static JsonValue settings(JsonObject known) {
    return known.getOrDefault("settings", JsonValue.EMPTY_JSON_OBJECT);
  }
}
