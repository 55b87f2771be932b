package org.haas.driver.emulator;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a line does in a mode. The form has words as they are, and {@code <ids>}, a list of VLANs,
 * {@code <vlans>}, one of VLANs that may be created, {@code <vlan>}, one of those, {@code <port>},
 * {@code <ports>}, several with a comma and a blank between, {@code <number>} or {@code <any>}.
 */
record SystemRule(Pattern form, List<String> places, List<String> effects) {
  private static final Pattern PLACE = Pattern.compile("<([a-z]+)>");

  static SystemRule parse(String line) {
    String[] parts = line.split(" -> ?", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("no rule: " + line);
    }
    String words = parts[0].strip();
    List<String> places = PLACE.matcher(words).results().map(result -> result.group(1)).toList();
    String form =
        Stream.of(PLACE.split(words, -1))
            .map(text -> text.isEmpty() ? "" : Pattern.quote(text))
            .reduce((before, after) -> before + "(\\S+)" + after)
            .orElseThrow();
    if (places.contains("ports")) {
      form = form.replace("(\\S+)", "(\\S+(?:, \\S+)+)");
    }
    List<String> effects = List.of(parts[1].strip().split(" ; "));
    return new SystemRule(Pattern.compile(form), places, effects);
  }

  /** What stands in its places, if the line has this form. */
  Optional<List<String>> match(String line) {
    Matcher match = form.matcher(line);
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        IntStream.rangeClosed(1, match.groupCount()).mapToObj(match::group).toList());
  }

  /** The first of them that is not what it should be, as a word; which ports there are is asked. */
  Optional<String> wrong(
      List<String> found, Predicate<String> isPort, NavigableSet<Integer> reserved) {
    return IntStream.range(0, places.size())
        .mapToObj(i -> wrong(places.get(i), found.get(i), isPort, reserved))
        .filter(word -> !word.isEmpty())
        .findFirst();
  }

  private static String wrong(
      String place, String text, Predicate<String> isPort, NavigableSet<Integer> reserved) {
    return switch (place) {
      case "port" -> isPort.test(text) ? "" : "port";
      case "ports" -> Stream.of(text.split(", ")).allMatch(isPort) ? "" : "port";
      case "number" -> text.matches("\\d+") ? "" : "number";
      case "ids", "vlans", "vlan" -> wrongVlans(place, text, reserved);
      default -> "";
    };
  }

  private static String wrongVlans(String place, String text, NavigableSet<Integer> reserved) {
    Optional<NavigableSet<Integer>> ids = VlanList.read(text);
    if (ids.isEmpty() || ids.get().isEmpty() || (place.equals("vlan") && ids.get().size() > 1)) {
      return "ids";
    }
    boolean usable = place.equals("ids") || ids.get().stream().noneMatch(reserved::contains);
    return usable ? "" : "vlan";
  }
}
