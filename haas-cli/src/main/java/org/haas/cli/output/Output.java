package org.haas.cli.output;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.util.List;
import org.haas.cli.json.JsonText;

/** Where results go, in the format that was asked for. */
public record Output(PrintStream out, Format format, boolean colours) {
  /** Rows of a table; programs get {@code {"items": [...], "total": n}}, as from the API. */
  public void list(List<JsonObject> rows, View view) {
    JsonArrayBuilder items = JsonText.array();
    rows.forEach(items::add);
    JsonObject all = JsonText.object().add("items", items).add("total", rows.size()).build();
    write(
        switch (format) {
          case TABLE, WIDE -> tables().list(rows, view);
          case CSV -> Csv.write(rows, view);
          case JSON -> JsonText.pretty(all) + "\n";
          case YAML -> Yaml.write(all);
        });
  }

  /** One thing. */
  public void single(JsonObject object, View view) {
    write(
        switch (format) {
          case TABLE, WIDE -> tables().single(object, view);
          case CSV -> Csv.write(List.of(object), view);
          case JSON -> JsonText.pretty(object) + "\n";
          case YAML -> Yaml.write(object);
        });
  }

  /** What was made or changed: nothing for people, who know it; all of it for programs. */
  public void changed(JsonObject object, View view) {
    if (format != Format.TABLE && format != Format.WIDE) {
      single(object, view);
    }
  }

  private Tables tables() {
    return new Tables(new Paint(colours), format == Format.WIDE);
  }

  private void write(String text) {
    out.print(text);
    out.flush();
  }
}
