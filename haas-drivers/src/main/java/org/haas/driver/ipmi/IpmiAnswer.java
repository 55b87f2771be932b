package org.haas.driver.ipmi;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haas.spi.DriverException;

/**
 * How one ipmitool ended.
 *
 * @param output what it answered
 * @param errors what it complained of, without what it always says
 */
record IpmiAnswer(int exitCode, String output, String errors) {
  private static final Pattern CHATTER =
      Pattern.compile(
          "Loading IANA PEN Registry.*|Running Get .*|Discovered .*|tcgetattr: .*"
              + "|Invalid completion code received: .*|\\s*");

  /** What is behind a failure; decides what to do about it. */
  enum Failure {
    /** Name or password. */
    LOGIN,
    /** The cipher suite; another one may do. */
    CIPHER,
    /** Nobody answered. */
    SILENCE,
    /** It understood, and does not do it. */
    COMMAND
  }

  boolean isDone() {
    return exitCode == 0;
  }

  boolean says(String words) {
    return errors.contains(words) || output.contains(words);
  }

  Failure failure() {
    String said = errors.toLowerCase(Locale.ROOT);
    if (said.contains("open session response") || said.contains("cipher") || isWeakRakp4(said)) {
      return Failure.CIPHER;
    }
    if (said.contains("rakp") || said.contains("unauthorized") || said.contains("password")) {
      return Failure.LOGIN;
    }
    boolean silent =
        said.contains("unable to establish")
            || said.contains("no response")
            || said.contains("timeout")
            || said.contains("could not open socket");
    return silent ? Failure.SILENCE : Failure.COMMAND;
  }

  /** Controllers that shorten the last check of suite 17 wrongly are well with suite 3. */
  private static boolean isWeakRakp4(String said) {
    return said.contains("rakp 4") && said.contains("integrity");
  }

  /** Its own words, for a message. */
  String words() {
    String said =
        errors
            .lines()
            .filter(line -> !CHATTER.matcher(line).matches())
            .map(line -> line.replaceFirst("^(Error: |Info: |> )", "").strip())
            .distinct()
            .collect(Collectors.joining("; "));
    String words = DriverException.words(said.isEmpty() ? output : said);
    return words.isEmpty() ? "exit code " + exitCode : words.replaceFirst("[.;]+$", "");
  }
}
