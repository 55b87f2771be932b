package org.haas.it.lab;

import java.util.List;
import java.util.Optional;

/**
 * What to put on the wire, exactly. Tags are written {@code 300}, with a priority {@code 300p5},
 * with a protocol {@code 88a8:300}; the outermost comes first, {@code 0} is a priority tag.
 *
 * @param source the sender's address; empty: the NIC's own
 * @param count how often it is sent, numbered from 1
 */
public record Frame(List<String> tags, String destination, Optional<String> source, int count) {
  public static final String BROADCAST = "ff:ff:ff:ff:ff:ff";

  public Frame {
    tags = List.copyOf(tags);
  }

  /** One broadcast without a tag. */
  public static Frame untagged() {
    return new Frame(List.of(), BROADCAST, Optional.empty(), 1);
  }

  /** One broadcast with these VLAN ids, outermost first. */
  public static Frame tagged(Integer... vlans) {
    return untagged().withTags(List.of(vlans).stream().map(String::valueOf).toList());
  }

  public Frame withTags(List<String> replacement) {
    return new Frame(replacement, destination, source, count);
  }

  public Frame to(Nic nic) {
    return new Frame(tags, nic.mac(), source, count);
  }

  /** The same with another sender's address, forged or not. */
  public Frame from(String mac) {
    return new Frame(tags, destination, Optional.of(mac), count);
  }

  public Frame times(int times) {
    return new Frame(tags, destination, source, times);
  }
}
