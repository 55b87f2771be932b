package org.haas.it.proof;

import java.util.Map;
import java.util.regex.Pattern;
import org.haas.it.Running;
import org.haas.it.lab.LabSettings;

/**
 * The tutorial's site is another than the tests': other names of machines, other ports. And what no
 * two runs have in common is compared by its kind.
 *
 * @param machines what the names of the lab's machines here begin with
 */
record Wording(String machines) {
  private static final String WRITTEN = "http://localhost:8080";
  private static final String WRITTEN_LOGIN = "http://localhost:8180/realms/haas";
  private static final Map<Pattern, String> CHANGING =
      Map.of(
          Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<id>",
          Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"), "<time>",
          Pattern.compile("(?i)(?:[0-9a-f]{2}:){5}[0-9a-f]{2}"), "<mac>",
          Pattern.compile("\\b[A-Z]{4}-[A-Z]{4}\\b"), "<code>",
          Pattern.compile("(?m)^(vlan|ports|uplinks) +\\d+"), "$1 <number>",
          Pattern.compile("(?m)^(\\S+ +(?:FREE|RESERVED +\\S+)) +(?:ON|OFF|UNKNOWN)\\b"), "$1",
          Pattern.compile("kept in .*/\\.config/"), "kept in <home>/.config/",
          Pattern.compile(" {2,}"), "  ");

  static Wording ofTheTutorial() {
    return new Wording(LabSettings.ofEnvironment(Running.state()).prefix());
  }

  /** What the tutorial says, with the names of here. */
  String here(String written) {
    return written
        .replaceAll("\\blab-(?=\\d)", machines + "-")
        .replace(WRITTEN_LOGIN, Running.issuer().toString())
        .replace(WRITTEN, Running.url().toString());
  }

  /** The other way round. */
  String asWritten(String here) {
    return here.replaceAll("\\b" + machines + "-(?=\\d|sw\\d)", "lab-")
        .replace(Running.issuer().toString(), WRITTEN_LOGIN)
        .replace(Running.url().toString(), WRITTEN);
  }

  /** With the tutorial's names, and a word for whatever changes from run to run. */
  String masked(String text) {
    String result = asWritten(text);
    for (Map.Entry<Pattern, String> changing : CHANGING.entrySet()) {
      result = changing.getKey().matcher(result).replaceAll(changing.getValue());
    }
    return result;
  }
}
