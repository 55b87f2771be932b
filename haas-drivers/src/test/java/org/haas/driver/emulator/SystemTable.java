package org.haas.driver.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A switch's operating system as {@link SwitchEmulator} plays it: a text file named like the
 * driver's type, in this package. Settings come first, one a line; then sections. A section is a
 * mode, which begins with {@code [name] prompt} and has a rule in each line, {@code form ->
 * effects}; or {@code [show name]}, a text; or one of carries, refuses, traps, disturbs and
 * transcript. docs/drivers.md tells what they say.
 */
public final class SystemTable {
  /** A mode: what its prompt says, whose rules it has besides its own, and those. */
  record Mode(String prompt, List<String> also, List<SystemRule> rules) {}

  private static final String LAST = "transcript";

  private final String type;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> factory = new LinkedHashMap<>();
  private final Map<String, Mode> modes = new LinkedHashMap<>();
  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  private SystemTable(String type, String text) {
    this.type = type;
    List<String> section = null;
    Mode mode = null;
    for (String line : text.lines().toList()) {
      if (line.startsWith("[") && !texts.containsKey(LAST)) {
        int end = line.indexOf(']');
        String name = line.substring(1, end);
        String rest = line.substring(end + 1).strip();
        mode = rest.isEmpty() ? null : new Mode(rest, new ArrayList<>(), new ArrayList<>());
        section = new ArrayList<>();
        if (mode == null) {
          texts.put(name, section);
        } else {
          modes.put(name, mode);
        }
      } else if (mode != null) {
        addRule(mode, line);
      } else if (section != null) {
        section.add(line);
      } else {
        addSetting(line);
      }
    }
  }

  private static void addRule(Mode mode, String line) {
    if (line.startsWith("also ")) {
      mode.also().add(line.substring(5).strip());
    } else if (isSaid(line)) {
      mode.rules().add(SystemRule.parse(line));
    }
  }

  private void addSetting(String line) {
    if (!isSaid(line)) {
      return;
    }
    String[] parts = line.split("\\s+", 2);
    if (parts[0].equals("field")) {
      String[] field = parts[1].split("\\s*=\\s*", 2);
      factory.put(field[0], field[1]);
    } else {
      settings.put(parts[0], parts.length < 2 ? "" : parts[1].replace("\\n", "\n"));
    }
  }

  private static boolean isSaid(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  /**
   * The system that the driver of this type is for.
   *
   * @throws IllegalArgumentException there is no such file
   */
  public static SystemTable of(String type) {
    try (InputStream file = SystemTable.class.getResourceAsStream(type + ".txt")) {
      if (file == null) {
        throw new IllegalArgumentException("no emulator of " + type);
      }
      return new SystemTable(type, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The type of its driver. */
  public String type() {
    return type;
  }

  /** A setting, empty when it is not there. */
  public String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  /** The lines of a section, without comments. */
  public List<String> rows(String section) {
    return texts.getOrDefault(section, List.of()).stream().filter(SystemTable::isSaid).toList();
  }

  /** The lines of a section as they stand there. */
  public List<String> text(String section) {
    return texts.getOrDefault(section, List.of());
  }

  Map<String, String> factory() {
    return factory;
  }

  String firstMode() {
    return modes.keySet().iterator().next();
  }

  Mode mode(String name) {
    return Optional.ofNullable(modes.get(name))
        .orElseThrow(() -> new IllegalArgumentException(type + " has no mode " + name));
  }
}
