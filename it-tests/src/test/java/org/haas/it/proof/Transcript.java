package org.haas.it.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a document says that a person types and sees: its blocks {@code console}.
 *
 * <p>A line that begins with a prompt is typed; what follows, up to the next, is seen. A line
 * {@code …} stands for any lines.
 *
 * @param steps in their order
 */
record Transcript(List<Step> steps) {
  private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPED = Pattern.compile("(\\$|/\\w* #) (.+)|()(~\\.)");
  private static final String ANY = "…";

  /**
   * Something that is typed, and what is seen then.
   *
   * @param prompt that stands before it; empty where there is none
   */
  record Step(String prompt, String typed, List<String> seen) {
    /** The line as it stands in the window. */
    String line() {
      return (prompt + " " + typed).strip();
    }

    /** It leaves a console, which needs no Enter. */
    boolean leaves() {
      return typed.equals("~.");
    }

    /** Whether these lines are what is to be seen. */
    boolean isSeenIn(String lines) {
      String form =
          seen.stream()
              .map(line -> line.equals(ANY) ? "(?:.*\n)*?" : Pattern.quote(line) + "\n")
              .collect(Collectors.joining());
      return Pattern.matches(form, lines);
    }
  }

  static Transcript of(Path document) {
    List<Step> steps = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text(document));
    while (blocks.find()) {
      blocks.group(1).lines().forEach(line -> add(steps, line));
    }
    return new Transcript(List.copyOf(steps));
  }

  private static void add(List<Step> steps, String line) {
    Matcher typed = TYPED.matcher(line);
    if (!typed.matches()) {
      steps.get(steps.size() - 1).seen().add(line.strip());
      return;
    }
    boolean prompted = typed.group(1) != null;
    steps.add(
        new Step(prompted ? typed.group(1) : "", typed.group(prompted ? 2 : 4), new ArrayList<>()));
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
