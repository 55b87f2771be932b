package org.haas.cli.hil;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.cli.json.JsonText;

/** A machine of HIL's in HaaS's words: as it is sent, and compared with one that is there. */
record Machine(Hil.Node node) {

  /**
   * What is sent to take it over.
   *
   * @param whole whether with who holds it, its cables and networks, which have to be there
   */
  JsonObject takeover(boolean whole) {
    JsonObjectBuilder described = JsonText.object().add("name", node.name());
    JsonObjectBuilder facts = JsonText.object();
    node.metadata().forEach((label, text) -> facts.add(label, json(text)));
    described.add("metadata", facts);
    node.obm()
        .ifPresent(
            obm ->
                described.add(
                    "bmc",
                    JsonText.object()
                        .add("type", "obmd")
                        .add("address", obm.uri())
                        .add("password", obm.token())));
    JsonArrayBuilder nics = JsonText.array();
    node.nics().forEach(nic -> nics.add(nic(nic, whole)));
    JsonObjectBuilder body = JsonText.object().add("node", described.add("nics", nics));
    if (whole) {
      node.project().ifPresent(project -> body.add("project", project));
      body.add("attachments", attachments());
    }
    return body.build();
  }

  private static JsonObjectBuilder nic(Hil.Nic nic, boolean whole) {
    JsonObjectBuilder described = JsonText.object().add("name", nic.name()).add("mac", nic.mac());
    if (whole) {
      nic.place()
          .ifPresent(
              place -> described.add("switch", place.switchName()).add("port", place.port()));
    }
    return described;
  }

  private JsonArrayBuilder attachments() {
    JsonArrayBuilder attachments = JsonText.array();
    for (Hil.Nic nic : node.nics()) {
      nic.networks()
          .forEach(
              on ->
                  attachments.add(
                      JsonText.object()
                          .add("nic", nic.name())
                          .add("network", on.network())
                          .add("channel", on.channel())));
    }
    return attachments;
  }

  /** What is connected, for a person. */
  String words() {
    String connected =
        node.nics().stream()
            .filter(nic -> !nic.networks().isEmpty())
            .map(nic -> "%s: %s".formatted(nic.name(), joined(nic.networks())))
            .collect(Collectors.joining("; "));
    return node.project()
        .map(project -> "of " + project + (connected.isEmpty() ? "" : "; " + connected))
        .orElse("free");
  }

  private static String joined(List<Hil.On> networks) {
    return networks.stream().map(Hil.On::toString).sorted().collect(Collectors.joining(", "));
  }

  /** What is otherwise in HaaS, a sentence each. What only HaaS knows of it is no difference. */
  List<String> differences(JsonObject there, Optional<JsonObject> bmc) {
    List<String> found = new ArrayList<>();
    compare(found, "it", holder(there), node.project().orElse("free"));
    Map<String, JsonObject> nics = new LinkedHashMap<>();
    JsonText.list(there, "nics")
        .getValuesAs(JsonObject.class)
        .forEach(nic -> nics.put(nic.getString("name"), nic));
    compare(found, "NICs", sorted(nics.keySet()), sorted(names()));
    node.nics().stream()
        .filter(nic -> nics.containsKey(nic.name()))
        .forEach(nic -> compare(found, nic, nics.get(nic.name())));
    JsonObject facts = there.getJsonObject("metadata");
    node.metadata()
        .forEach(
            (label, value) ->
                compare(found, "metadata " + label, fact(facts, label), json(value).toString()));
    node.obm().ifPresent(obm -> compare(found, "OBM", address(bmc), obm.uri()));
    return found;
  }

  private List<String> names() {
    return node.nics().stream().map(Hil.Nic::name).toList();
  }

  private static String holder(JsonObject there) {
    String state = there.getString("state");
    return there.getString("project", state.toLowerCase(Locale.ROOT));
  }

  private static void compare(List<String> found, Hil.Nic nic, JsonObject there) {
    compare(found, nic.name(), there.getString("mac"), mac(nic.mac()));
    String place =
        there.containsKey("port")
            ? new Hil.Place(there.getString("switch"), there.getString("port")).toString()
            : "no port";
    compare(found, nic.name(), place, nic.place().map(Hil.Place::toString).orElse("no port"));
    List<Hil.On> on =
        JsonText.list(there, "networks").getValuesAs(JsonObject.class).stream()
            .filter(each -> !each.getString("state").equals("DETACHING"))
            .map(each -> new Hil.On(each.getString("network"), each.getString("channel")))
            .toList();
    compare(found, nic.name(), "on " + joined(on), "on " + joined(nic.networks()));
  }

  private static String mac(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', ':');
  }

  private static String fact(JsonObject facts, String label) {
    JsonValue value = facts == null ? null : facts.get(label);
    return value == null ? "missing" : value.toString();
  }

  /** HIL keeps facts as JSON; what is none is a text. */
  private static JsonValue json(String text) {
    return JsonText.read(text).orElseGet(() -> JsonText.value(text));
  }

  private static String address(Optional<JsonObject> bmc) {
    return bmc.map(known -> known.getString("address")).orElse("missing");
  }

  private static String sorted(Iterable<String> names) {
    List<String> all = new ArrayList<>();
    names.forEach(all::add);
    return all.stream().sorted().collect(Collectors.joining(", "));
  }

  private static void compare(List<String> found, String what, String here, String hil) {
    if (!here.equals(hil)) {
      found.add("%s: %s here, %s in HIL".formatted(what, here, hil));
    }
  }
}
