package org.haas.driver.emulator;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a system shows: the text of a section with fields in braces. A line that begins with {@code
 * *vlan} is there once for each VLAN, one with {@code *port} for each port, one with {@code *id
 * field} for each VLAN in that field of the port; then one with {@code (field=value)} or {@code
 * (field!=value)} only if that holds. {@code {field|list}} is written as the system writes lists,
 * in several lines if that is too long for one.
 */
final class SystemScreen {
  private static final Pattern FIELD = Pattern.compile("\\{([a-z]+)(\\|list)?\\}");
  private static final Pattern CONDITION = Pattern.compile("\\(([a-z]+!?=[^)]*)\\)(.*)");
  private static final int WIDTH = 56;

  private final SystemTable table;
  private final SwitchConfiguration running;

  SystemScreen(SystemTable table, SwitchConfiguration running) {
    this.table = table;
    this.running = running;
  }

  String show(String name, String port) {
    List<String> lines = table.text("show " + name);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(table.type() + " shows no " + name);
    }
    StringBuilder shown = new StringBuilder();
    for (String line : withoutLast(lines)) {
      if (line.startsWith("*vlan ")) {
        running.vlans().forEach((id, status) -> shown.append(vlan(line.substring(6), id, status)));
      } else if (line.startsWith("*port ")) {
        running.ports().keySet().forEach(each -> shown.append(line(line.substring(6), each)));
      } else if (line.startsWith("*id ")) {
        shown.append(ids(line.substring(4), port));
      } else {
        shown.append(line(line, port));
      }
    }
    return shown.toString();
  }

  /** The blank line before the next section. */
  private static List<String> withoutLast(List<String> lines) {
    int last = lines.size() - 1;
    return lines.get(last).isBlank() ? lines.subList(0, last) : lines;
  }

  private String ids(String line, String port) {
    String[] parts = line.split(" ", 2);
    StringBuilder shown = new StringBuilder();
    VlanList.ids(running.field(port, parts[0]))
        .forEach(id -> shown.append(line(parts[1].replace("{id}", id.toString()), port)));
    return shown.toString();
  }

  private String vlan(String line, int id, String status) {
    return line.replace("{id}", "%-4d".formatted(id))
            .replace("{iid}", "%4d".formatted(id))
            .replace("{vid}", Integer.toString(id))
            .replace("{name}", "%-16s".formatted(id == 1 ? "default" : "VLAN%04d".formatted(id)))
            .replace("{status}", status)
        + "\n";
  }

  private String line(String line, String port) {
    Matcher condition = CONDITION.matcher(line);
    if (condition.matches()) {
      return Carriage.holds(running, port, condition.group(1))
          ? line(condition.group(2), port)
          : "";
    }
    return FIELD
            .matcher(line)
            .replaceAll(
                field -> Matcher.quoteReplacement(value(field.group(1), field.group(2), port)))
        + "\n";
  }

  private String value(String name, String asList, String port) {
    if (name.equals("port")) {
      return port;
    }
    String value = running.field(port, name);
    return asList == null ? value : list(value);
  }

  private String list(String value) {
    if (value.isEmpty()) {
      return table.setting("none");
    }
    if (value.equals("1-4094") && !table.setting("all").isEmpty()) {
      return table.setting("all");
    }
    String comma = word("comma", ",");
    String text = VlanList.text(VlanList.ids(value), word("dash", "-"), comma);
    return text.length() < width() ? text : wrapped(text, comma);
  }

  private int width() {
    return Integer.parseInt(word("width", "" + WIDTH));
  }

  private String word(String setting, String otherwise) {
    String word = table.setting(setting).replace("\"", "");
    return word.isEmpty() ? otherwise : word;
  }

  /** A comma ends each line but the last. */
  private static String wrapped(String text, String comma) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String range : text.split("(?<=" + Pattern.quote(comma) + ")")) {
      if (column + range.length() > WIDTH) {
        lines.append("\n     ");
        column = 0;
      }
      lines.append(range);
      column += range.length();
    }
    return lines.toString();
  }
}
