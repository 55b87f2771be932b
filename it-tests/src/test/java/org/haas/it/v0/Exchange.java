package org.haas.it.v0;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of HIL's client and what it is answered, as a {@link Story} tells it:
 *
 * <pre>
 * admin PUT /project/science
 *   {"body": "as the client sends it"}
 * 409 DuplicateError -- the project exists
 * </pre>
 *
 * <p>Below the status the body of a success, which may be broken into lines, or the address that a
 * redirection names. {@code await} before the user asks again until that is the answer.
 *
 * @param line where it is in the file
 * @param user who asks; {@code nobody} has no login
 * @param body empty: none
 * @param outcome of a refusal: its case, which {@code outcomes.txt} lists for the route
 * @param answer the body of a success, or where it is redirected
 */
record Exchange(
    int line,
    boolean await,
    String user,
    String method,
    String path,
    String body,
    int status,
    Optional<Outcome> outcome,
    String answer) {
  private static final Pattern REQUEST =
      Pattern.compile("(await )?([a-z]+) (GET|PUT|POST|PATCH|DELETE) (/\\S*)");
  private static final Pattern STATUS =
      Pattern.compile("(\\d{3})(?: ([A-Za-z]+) -- (\\S.*))?(?: (\\{\\S+))?");

  /** How the client logs in that says who it is. */
  static final String NOBODY = "nobody";

  /**
   * Reads one.
   *
   * @param lines of the file, without empty ones
   * @throws IllegalArgumentException with the line that cannot be
   */
  static Exchange parse(int line, List<String> lines) {
    Matcher request = matching(REQUEST, lines.get(0), line);
    int last = 1;
    StringBuilder body = new StringBuilder();
    while (last < lines.size() && lines.get(last).startsWith("  ")) {
      body.append(lines.get(last).strip());
      last++;
    }
    if (last == lines.size()) {
      throw new IllegalArgumentException("Line " + line + " has no answer.");
    }
    Matcher status = matching(STATUS, lines.get(last), line + last);
    int code = Integer.parseInt(status.group(1));
    String answer =
        lines.subList(last + 1, lines.size()).stream()
            .map(String::strip)
            .reduce("", String::concat);
    return new Exchange(
        line,
        request.group(1) != null,
        request.group(2),
        request.group(3),
        request.group(4),
        body.toString(),
        code,
        Optional.ofNullable(status.group(2)).map(type -> new Outcome(code, type, status.group(3))),
        Optional.ofNullable(status.group(4)).orElse(answer));
  }

  private static Matcher matching(Pattern form, String text, int line) {
    Matcher matcher = form.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Line " + line + " cannot be read: " + text);
    }
    return matcher;
  }

  /** The outcome of its route that it shows. */
  Outcome shows() {
    return outcome.orElseGet(() -> Outcome.success(status));
  }

  /** The path without its query. */
  String plainPath() {
    return path.replaceFirst("\\?.*", "");
  }

  @Override
  public String toString() {
    return "%d: %s %s %s, %s".formatted(line, user, method, path, shows());
  }
}
