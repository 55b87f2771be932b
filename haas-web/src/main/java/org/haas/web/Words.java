package org.haas.web;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.haas.spi.Channel;

/** Functions for pages. */
public final class Words {
  private static final int COLOURS = 8;

  private Words() {}

  /** The colour that a network has everywhere, 1 to 8. */
  public static int colour(String network) {
    return Math.floorMod(network.hashCode() * 31, COLOURS) + 1;
  }

  /** What is recorded of a node, in order; its values are JSON texts. */
  public static List<Fact> facts(Map<String, String> metadata) {
    return new TreeMap<>(metadata)
        .entrySet().stream()
            .map(entry -> new Fact(entry.getKey(), plain(entry.getValue())))
            .toList();
  }

  /** A JSON text as people write it: a string without its quotes. */
  static String plain(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonValue value = reader.readValue();
      return value instanceof JsonString text ? text.getString() : value.toString();
    } catch (JsonException notJson) {
      return json;
    }
  }

  /** The VLAN of a tagged channel; nothing for the native one. */
  public static String vlan(Channel channel) {
    return channel instanceof Channel.Tagged tagged ? tagged.vlan().toString() : "";
  }
}
