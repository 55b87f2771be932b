package org.haas.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haas.overview.EndNetworkView;

/** The letters of networks in a picture: A to Z, then AA and so on, by name. */
record Legend(Map<String, String> codes) {
  private static final int LETTERS = 26;

  static Legend of(List<EndNetworkView> networks) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (EndNetworkView network : networks) {
      codes.put(network.name().value(), letters(codes.size()));
    }
    return new Legend(codes);
  }

  private static String letters(int place) {
    String last = String.valueOf((char) ('A' + place % LETTERS));
    return place < LETTERS ? last : letters(place / LETTERS - 1) + last;
  }

  /** The letters of one; a sign for one that is too many for the list. */
  String code(String network) {
    return codes.getOrDefault(network, "*");
  }

  /** A network of the legend, with where it is filtered by. */
  public record Entry(EndNetworkView network, String code, String address, boolean chosen) {}

  /** What a network's link is. */
  @FunctionalInterface
  interface Address {
    String of(String network);
  }

  List<Entry> entries(List<EndNetworkView> networks, String chosen, Address address) {
    List<Entry> entries = new ArrayList<>();
    for (EndNetworkView network : networks) {
      String name = network.name().value();
      boolean is = name.equals(chosen);
      entries.add(new Entry(network, code(name), address.of(is ? "" : name), is));
    }
    return entries;
  }
}
