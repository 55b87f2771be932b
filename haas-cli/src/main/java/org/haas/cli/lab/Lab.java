package org.haas.cli.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.haas.cli.process.Failure;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a project shall have.
 *
 * @param networks those that it owns
 * @param nodes for each node the NICs that the document speaks of, and the networks on each
 */
public record Lab(String project, Set<String> networks, Map<String, Map<String, Set<Link>>> nodes) {
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int MOST_ALIASES = 50;

  /**
   * Reads a document in YAML, or in JSON, which is YAML.
   *
   * @param file its name, for sentences
   * @throws Failure USAGE it is none: a sentence that names the place
   */
  public static Lab parse(String file, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(MOST_CHARACTERS)
            .build();
    try {
      Map<String, Object> document =
          map(file, new Load(settings).loadFromString(text), "project", "networks", "nodes");
      return new Lab(
          text(file + ": project", document.get("project")),
          networks(file + ": networks", document.get("networks")),
          nodes(file + ": nodes", document.get("nodes")));
    } catch (YamlEngineException wrong) {
      throw Failure.usage("%s is no YAML: %s".formatted(file, wrong.getMessage().strip()));
    }
  }

  private static Set<String> networks(String place, Object value) {
    Set<String> names = new LinkedHashSet<>();
    for (Object each : value == null ? List.of() : list(place, value)) {
      if (!names.add(text(place, each))) {
        throw Failure.usage("%s: %s is there twice.".formatted(place, each));
      }
    }
    return names;
  }

  private static Map<String, Map<String, Set<Link>>> nodes(String place, Object value) {
    Map<String, Map<String, Set<Link>>> nodes = new LinkedHashMap<>();
    map(place, value)
        .forEach((node, nics) -> nodes.put(node, nics("%s: %s".formatted(place, node), nics)));
    return nodes;
  }

  private static Map<String, Set<Link>> nics(String place, Object value) {
    Map<String, Set<Link>> nics = new LinkedHashMap<>();
    map(place, value)
        .forEach((nic, links) -> nics.put(nic, links("%s: %s".formatted(place, nic), links)));
    return nics;
  }

  /** One network needs no list. */
  private static Set<Link> links(String place, Object value) {
    Collection<?> all =
        value == null ? List.of() : value instanceof String one ? List.of(one) : list(place, value);
    Set<Link> links = new TreeSet<>();
    Set<String> taken = new LinkedHashSet<>();
    for (Object each : all) {
      Link link = Link.parse(text(place, each));
      if (!link.isOpen() && !taken.add("channel " + link.channel())) {
        throw Failure.usage(
            "%s: two networks on the channel %s; write NETWORK@tagged for a tagged one."
                .formatted(place, link.channel()));
      }
      if (!taken.add(link.network())) {
        throw Failure.usage("%s: %s is there twice.".formatted(place, link.network()));
      }
      links.add(link);
    }
    return links;
  }

  private static Map<String, Object> map(String place, Object value, String... known) {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> entries)) {
      throw Failure.usage("%s: this is a map of names.".formatted(place));
    }
    List<String> allowed = List.of(known);
    Map<String, Object> map = new LinkedHashMap<>();
    entries.forEach(
        (key, each) -> {
          String name = text(place, key);
          if (!allowed.isEmpty() && !allowed.contains(name)) {
            throw Failure.usage(
                "%s: '%s' is not known here; there are %s."
                    .formatted(place, name, String.join(", ", allowed)));
          }
          map.put(name, each);
        });
    return map;
  }

  private static List<?> list(String place, Object value) {
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    throw Failure.usage("%s: this is a list.".formatted(place));
  }

  /** A name such as 7 or true is a name, too, if it is quoted. */
  private static String text(String place, Object value) {
    if (value instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw Failure.usage(
        value == null
            ? "%s is missing.".formatted(place)
            : "%s: '%s' is no text; put it in quotes.".formatted(place, value));
  }
}
