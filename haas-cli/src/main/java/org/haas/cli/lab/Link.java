package org.haas.cli.lab;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A network on a NIC.
 *
 * @param channel {@code vlan/native}; {@code vlan/} and a number; or {@code tagged}: with the tag
 *     of the network, whichever it is
 */
record Link(String network, String channel) implements Comparable<Link> {
  static final String TAGGED = "tagged";
  private static final String NATIVE = "vlan/native";

  /** Reads {@code NETWORK} (without a tag), {@code NETWORK@tagged} or {@code NETWORK@vlan/104}. */
  static Link parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new Link(text, NATIVE)
        : new Link(text.substring(0, at), text.substring(at + 1));
  }

  /** Several, as people read them. */
  static String text(Collection<Link> links) {
    return links.isEmpty()
        ? "nothing"
        : links.stream().sorted().map(Link::toString).collect(Collectors.joining(", "));
  }

  /** The same with the tag, if it is known. */
  Link with(Map<String, String> tags) {
    return isOpen() ? new Link(network, tags.getOrDefault(network, TAGGED)) : this;
  }

  /** Whether its tag is still to be asked for. */
  boolean isOpen() {
    return channel.equals(TAGGED);
  }

  @Override
  public int compareTo(Link other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return channel.equals(NATIVE) ? network : network + "@" + channel;
  }
}
