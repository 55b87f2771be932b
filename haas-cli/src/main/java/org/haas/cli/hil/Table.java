package org.haas.cli.hil;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.cli.process.Failure;

/** A table of HIL's as it is: all rows, with the columns that it has. */
record Table(String name, List<Row> rows) {

  /** A row: its values by their columns. */
  record Row(String table, Map<String, String> values) {
    /**
     * A value.
     *
     * @throws Failure USAGE there is no such column, or nothing in it
     */
    String text(String column) {
      return optional(column)
          .orElseThrow(
              () ->
                  Failure.usage(
                      "Table %s: %s is empty in a row of this HIL database."
                          .formatted(table, column)));
    }

    /** A value that may be missing. */
    Optional<String> optional(String column) {
      if (!values.containsKey(column)) {
        throw Failure.usage(
            "Table %s has no column %s: this is no HIL database, or older than HIL's last release;"
                    .formatted(table, column)
                + " bring it there by: hil-admin db upgrade heads");
      }
      return Optional.ofNullable(values.get(column));
    }

    /** Whether a flag is set. */
    boolean flag(String column) {
      return optional(column).filter("t"::equals).isPresent();
    }

    /** Only which row: there may be secrets in it. */
    @Override
    public String toString() {
      return "%s %s".formatted(table, values.get("id"));
    }
  }

  /** Reads it. */
  static Table read(Connection connection, String name) throws SQLException {
    List<Row> rows = new ArrayList<>();
    String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select * from " + quoted)) {
      while (found.next()) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          values.put(found.getMetaData().getColumnName(column), found.getString(column));
        }
        rows.add(new Row(name, values));
      }
    }
    return new Table(name, List.copyOf(rows));
  }

  /** Those whose column has that value. */
  List<Row> where(String column, String value) {
    return rows.stream()
        .filter(row -> row.optional(column).filter(value::equals).isPresent())
        .toList();
  }

  /** The one with that id. */
  Row at(String id) {
    return where("id", id).stream()
        .findFirst()
        .orElseThrow(() -> Failure.usage("Table %s has no row %s.".formatted(name, id)));
  }

  /** By name, so that a report has an order. */
  List<Row> byLabel() {
    return rows.stream().sorted(Comparator.comparing(row -> row.text("label"))).toList();
  }
}
