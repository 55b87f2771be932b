package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haas.spi.VlanId;

/**
 * What a switch operating system wants to hear, and what it says: all that {@link SshSwitchDriver}
 * has to know about one. A row is a {@link TableRow} in lower case with dashes and its value:
 * commands separated by {@code " ; "}, a regular expression, or a range of VLAN ids. A command may
 * end with {@code " => "} and what the prompt must contain after it; one that begins with {@code
 * try} may be refused. A {@code -} is no command at all.
 *
 * <p>Commands name <code>{port}</code>, <code>{vlan}</code>, <code>{own}</code> or <code>{list}
 * </code>. A command with <code>{vlan}</code> is sent for each VLAN of a list, one with <code>
 * {list}</code> once for about thirty ranges. A system where the VLAN is configured and not the
 * port writes {@code exit ; interface vlan {vlan} ; tagged {port} ; exit ; interface {port}}.
 */
public final class CommandTable {
  private static final String NO_COMMAND = "-";
  private static final Pattern ROW = Pattern.compile("([a-z-]+)\\s+(\\S.*)");

  /** A question of the switch, and what is typed then. */
  record Question(Pattern asked, String answer) {}

  private final String text;
  private final Map<TableRow, List<String>> rows = new EnumMap<>(TableRow.class);
  private final Map<TableRow, List<CliLine>> commands = new EnumMap<>(TableRow.class);
  private final Map<TableRow, Pattern> patterns = new EnumMap<>(TableRow.class);
  private final List<Question> questions;
  private final String rangeWord;
  private final String listWord;

  private CommandTable(String text) {
    this.text = text;
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::add);
    for (TableRow key : TableRow.values()) {
      if (!rows.containsKey(key) && !key.mayBeMissing()) {
        throw new IllegalArgumentException("the row " + key.word() + " is missing");
      }
    }
    for (TableRow key :
        List.of(
            TableRow.PROMPT,
            TableRow.MORE,
            TableRow.REFUSED,
            TableRow.SAVED,
            TableRow.IS_VLAN,
            TableRow.IS_VLANS,
            TableRow.IS_SHUT,
            TableRow.IS_OPEN,
            TableRow.IS_FORM,
            TableRow.IS_TAGGED,
            TableRow.IS_NATIVE,
            TableRow.IS_PORT)) {
      one(key).ifPresent(value -> patterns.put(key, Pattern.compile(value, Pattern.MULTILINE)));
    }
    rows.forEach(
        (key, values) ->
            commands.put(key, values.get(0).equals(NO_COMMAND) ? List.of() : lines(values.get(0))));
    questions =
        rows.getOrDefault(TableRow.ASK, List.of()).stream().map(CommandTable::question).toList();
    rangeWord = word(TableRow.RANGE_WORD, "-");
    listWord = word(TableRow.LIST_WORD, ",");
  }

  private static List<CliLine> lines(String cell) {
    return Stream.of(cell.split(" ; ")).map(CliLine::parse).toList();
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException a row is unknown, missing or there twice, or no expression
   */
  public static CommandTable parse(String text) {
    return new CommandTable(text);
  }

  /** With these words in place of their names in braces. */
  CommandTable with(Map<String, String> words) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("{" + word.getKey() + "}", word.getValue());
    }
    return filled.equals(text) ? this : new CommandTable(filled);
  }

  private void add(String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      throw new IllegalArgumentException("no row: " + line);
    }
    TableRow key = TableRow.of(row.group(1));
    if (rows.putIfAbsent(key, new ArrayList<>(List.of(row.group(2)))) == null) {
      return;
    }
    if (key != TableRow.ASK) {
      throw new IllegalArgumentException("the row " + key.word() + " is there twice");
    }
    rows.get(key).add(row.group(2));
  }

  private static Question question(String row) {
    String[] parts = row.split(" => ", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("a question without an answer: " + row);
    }
    return new Question(Pattern.compile("(?:" + parts[0] + ")\\s*$"), parts[1]);
  }

  private Optional<String> one(TableRow key) {
    return Optional.ofNullable(rows.get(key)).map(values -> values.get(0));
  }

  boolean has(TableRow key) {
    return rows.containsKey(key);
  }

  /** The commands of a row, none when it is missing. */
  List<CliLine> commands(TableRow key) {
    return commands.getOrDefault(key, List.of());
  }

  /** The same for these VLANs: for each, or for each part of the list, or just once. */
  List<CliLine> commands(TableRow key, NavigableSet<VlanId> vlans) {
    List<CliLine> row = commands(key);
    if (row.stream().anyMatch(line -> line.text().contains("{vlan}"))) {
      return vlans.stream()
          .flatMap(vlan -> row.stream().map(line -> line.with("{vlan}", vlan)))
          .toList();
    }
    return VlanRanges.parts(vlans).stream()
        .map(part -> VlanRanges.format(part, rangeWord, listWord))
        .flatMap(list -> row.stream().map(line -> line.with("{list}", list)))
        .toList();
  }

  Optional<Pattern> pattern(TableRow key) {
    return Optional.ofNullable(patterns.get(key));
  }

  List<Question> questions() {
    return questions;
  }

  /** The ids of {@link TableRow#OWN_IDS}. */
  List<VlanId> ownIds() {
    return ids(TableRow.OWN_IDS);
  }

  /** The ids of a row that has a range. */
  List<VlanId> ids(TableRow key) {
    return one(key).map(VlanRanges::parse).map(List::copyOf).orElse(List.of());
  }

  /** Blanks at the ends of a row are lost, so such words stand in quotes. */
  private String word(TableRow key, String otherwise) {
    return one(key).map(word -> word.replace("\"", "")).orElse(otherwise);
  }
}
