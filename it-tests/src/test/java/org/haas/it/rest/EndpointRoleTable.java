package org.haas.it.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The table of every endpoint and caller: the resource {@code endpoints.txt}. */
final class EndpointRoleTable {
  private EndpointRoleTable() {}

  static List<Endpoint> rows() {
    try (InputStream table = EndpointRoleTable.class.getResourceAsStream("endpoints.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Endpoint::parse)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
