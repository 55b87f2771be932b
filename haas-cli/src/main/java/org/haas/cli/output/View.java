package org.haas.cli.output;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which fields of an object people see, and in which order.
 *
 * @param columns of a list, or lines of a single one
 * @param parts lists inside, shown as tables of their own below a single one
 */
public record View(List<Column> columns, List<Part> parts) {
  /** Copies the lists. */
  public View {
    columns = List.copyOf(columns);
    parts = List.copyOf(parts);
  }

  /**
   * A list inside an object.
   *
   * @param title its head
   * @param field where it is
   */
  public record Part(String title, String field, View view) {}

  /** Of these columns: {@code field}, {@code TITLE=outer.inner}, {@code +field}: only wide. */
  public static View of(String... columns) {
    return new View(Stream.of(columns).map(Column::parse).toList(), List.of());
  }

  /** With a list inside as well. */
  public View part(String title, String field, View view) {
    return new View(
        columns, Stream.concat(parts.stream(), Stream.of(new Part(title, field, view))).toList());
  }

  /** Those to show. */
  List<Column> columns(boolean wide) {
    return columns.stream().filter(column -> wide || !column.onlyWide()).toList();
  }
}
