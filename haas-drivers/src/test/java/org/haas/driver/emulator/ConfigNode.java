package org.haas.driver.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.haas.driver.wire.XmlTree;

/**
 * A configuration in XML, changed as NETCONF's edit-config does: merge, replace and delete. What
 * the schema does not know is refused, and so is the deletion of what is not there. What was done
 * before a refusal stays done.
 */
final class ConfigNode {
  private final String name;
  private final ConfigSchema schema;
  private final Map<String, ConfigNode> children = new LinkedHashMap<>();
  private String value = "";
  private boolean inactive;

  private ConfigNode(String name, ConfigSchema schema) {
    this.name = name;
    this.schema = schema;
  }

  /** Nothing is configured. */
  static ConfigNode empty(ConfigSchema schema) {
    return new ConfigNode("configuration", schema);
  }

  ConfigNode copy() {
    ConfigNode copy = new ConfigNode(name, schema);
    copy.value = value;
    copy.inactive = inactive;
    children.forEach((key, child) -> copy.children.put(key, child.copy()));
    return copy;
  }

  /** The name of a list's entry, or the value of a leaf. */
  String value() {
    return value;
  }

  /** What is there and not deactivated. */
  List<ConfigNode> all(String wanted) {
    return children.values().stream()
        .filter(child -> child.name.equals(wanted) && !child.inactive)
        .toList();
  }

  /** The first at the end of these names. */
  Optional<ConfigNode> at(String... names) {
    Optional<ConfigNode> found = Optional.of(this);
    for (String one : names) {
      found = found.flatMap(node -> node.all(one).stream().findFirst());
    }
    return found;
  }

  /** All at the end of these names. */
  List<ConfigNode> every(String... names) {
    Stream<ConfigNode> found = Stream.of(this);
    for (String one : names) {
      found = found.flatMap(node -> node.all(one).stream());
    }
    return found.toList();
  }

  /** Changes what is within, as the elements within that one say. */
  void edit(XmlTree changes) {
    for (XmlTree change : changes.all()) {
      if (!(schema.isList() && change.name().equals("name"))) {
        editChild(change);
      }
    }
  }

  private void editChild(XmlTree change) {
    ConfigSchema kind =
        schema
            .child(change.name())
            .orElseThrow(() -> new Refusal("syntax error: unknown element " + change.name()));
    String key = key(kind, change);
    String place = kind.kind().equals("=") ? change.name() : change.name() + " " + key;
    String operation = change.attribute("operation").orElse("merge");
    switch (operation) {
      case "merge" -> {}
      case "replace" -> children.remove(place);
      case "delete" -> {
        if (children.remove(place) == null) {
          throw new Refusal("statement not found: " + place);
        }
        return;
      }
      default -> throw new Refusal("syntax error: operation " + operation);
    }
    ConfigNode child =
        children.computeIfAbsent(place, fresh -> new ConfigNode(change.name(), kind));
    child.value = key;
    change.attribute("inactive").ifPresent(off -> child.inactive = true);
    change.attribute("active").ifPresent(on -> child.inactive = false);
    child.edit(change);
  }

  private static String key(ConfigSchema kind, XmlTree change) {
    if (!kind.isList() && !kind.hasValue()) {
      return "";
    }
    String key =
        (kind.isList() ? change.at("name").map(XmlTree::text).orElse("") : change.text()).strip();
    boolean isDeletedLeaf = !kind.isList() && change.attribute("operation").isPresent();
    if (!kind.form().matcher(key).matches() && !isDeletedLeaf) {
      throw new Refusal("invalid value '%s' in element %s".formatted(key, change.name()));
    }
    return key;
  }

  /** As XML: only what a subtree filter names. */
  String xml(XmlTree filter) {
    StringBuilder text = new StringBuilder();
    for (XmlTree wanted : filter.all()) {
      Optional<String> key = wanted.at("name").map(tree -> tree.text().strip());
      children.values().stream()
          .filter(child -> child.name.equals(wanted.name()))
          .filter(child -> key.isEmpty() || child.value.equals(key.get()))
          .forEach(child -> text.append(child.xml(child.filtered(wanted))));
    }
    return text.toString();
  }

  private String filtered(XmlTree filter) {
    boolean whole = filter.all().stream().allMatch(part -> part.name().equals("name"));
    return whole ? content() : xml(filter);
  }

  private String xml(String content) {
    String off = inactive ? " inactive=\"inactive\"" : "";
    return "<%s%s>%s</%s>\n".formatted(name, off, content, name);
  }

  private String content() {
    StringBuilder text = new StringBuilder();
    if (schema.isList()) {
      text.append("<name>").append(value).append("</name>\n");
    } else {
      text.append(value);
    }
    children.values().forEach(child -> text.append(child.xml(child.content())));
    return text.toString();
  }

  /** All of it, to compare. */
  @Override
  public String toString() {
    return content();
  }
}
