package org.haas.cli.output;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haas.cli.json.JsonText;

/** Tables for people. */
record Tables(Paint paint, boolean wide) {
  private static final int LONGEST_NARROW = 60;
  private static final String GAP = "  ";

  /** Rows below a head; columns are as wide as what is in them. */
  String list(List<JsonObject> rows, View view) {
    List<Column> columns = view.columns(wide);
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(column -> column.title().toUpperCase(Locale.ROOT)).toList());
    rows.forEach(row -> lines.add(cells(columns, row)));
    List<Integer> widths =
        IntStream.range(0, columns.size())
            .mapToObj(at -> lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0))
            .toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(line(lines.get(i), widths, i == 0)).append('\n');
    }
    return text.toString();
  }

  private String line(List<String> cells, List<Integer> widths, boolean head) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      boolean last = i == cells.size() - 1;
      String cell = last ? cells.get(i) : padded(cells.get(i), widths.get(i));
      line.append(head ? paint.head(cell) : paint.cell(cell)).append(last ? "" : GAP);
    }
    return paint.on() ? line.toString() : line.toString().stripTrailing();
  }

  /** A line for each field that has a value, and the lists inside as tables. */
  String single(JsonObject object, View view) {
    List<Column> shown =
        view.columns(wide).stream().filter(column -> !column.text(object).isEmpty()).toList();
    int width = shown.stream().mapToInt(column -> column.title().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Column column : shown) {
      String value = Plain.line(column.text(object));
      text.append(paint.head(padded(column.title(), width))).append(GAP);
      text.append(paint.cell(value)).append('\n');
    }
    view.parts().stream()
        .filter(part -> !JsonText.list(object, part.field()).isEmpty())
        .forEach(part -> text.append('\n').append(part(object, part)));
    return text.toString();
  }

  private String part(JsonObject object, View.Part part) {
    List<JsonObject> rows =
        JsonText.list(object, part.field()).stream()
            .flatMap(row -> row instanceof JsonObject found ? Stream.of(found) : Stream.empty())
            .toList();
    return paint.head(part.title()) + "\n" + list(rows, part.view());
  }

  /** The last may be as long as it is: nothing is pushed aside by it. */
  private List<String> cells(List<Column> columns, JsonObject row) {
    return IntStream.range(0, columns.size())
        .mapToObj(
            at -> {
              String text = Plain.line(columns.get(at).text(row));
              boolean whole = wide || at == columns.size() - 1;
              return whole || text.length() <= LONGEST_NARROW
                  ? text
                  : text.substring(0, LONGEST_NARROW - 1) + "…";
            })
        .toList();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
