package org.haas.cli.output;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RFC 4180, with every column and a head. */
final class Csv {
  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  private Csv() {}

  static String write(List<JsonObject> rows, View view) {
    List<Column> columns = view.columns(true);
    Stream<String> head = Stream.of(line(columns.stream().map(Column::title)));
    Stream<String> body =
        rows.stream().map(row -> line(columns.stream().map(column -> column.text(row))));
    return Stream.concat(head, body).map(line -> line + "\r\n").collect(Collectors.joining());
  }

  private static String line(Stream<String> cells) {
    return cells.map(Csv::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
