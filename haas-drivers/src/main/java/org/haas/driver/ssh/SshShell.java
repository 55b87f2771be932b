package org.haas.driver.ssh;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.driver.ssh.CommandTable.Question;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.SwitchEndpoint;

/**
 * A dialogue with a switch's command line. One line is outstanding at a time: it is typed only
 * while the claim holds, its echo must come back, and nothing follows before the prompt is there or
 * the endpoint's time-out has passed. After UNREACHABLE or DEADLINE the connection is gone.
 */
final class SshShell implements AutoCloseable {
  private static final int MOST_CHARACTERS = 4 << 20;

  /** Some systems cut a long name in the prompts of their modes. */
  private static final int NAME_IN_PROMPT = 16;

  private static final Duration KEY_IS_ENOUGH = Duration.ofSeconds(1);

  private static final Pattern NEVER = Pattern.compile("(?!)");

  private final SwitchEndpoint endpoint;
  private final CommandTable table;
  private final Terminal terminal;
  private final Transcript transcript;
  private final Pattern prompt;
  private final Pattern more;
  private String name = "";
  private String lastPrompt = "";
  private boolean secretGiven;

  private SshShell(SwitchEndpoint endpoint, CommandTable table, Terminal terminal) {
    this.endpoint = endpoint;
    this.table = table;
    this.terminal = terminal;
    this.transcript = new Transcript(endpoint);
    this.prompt = table.pattern(TableRow.PROMPT).orElse(NEVER);
    this.more = table.pattern(TableRow.MORE).orElse(NEVER);
  }

  /**
   * Waits for the first prompt and makes the command line one for programs.
   *
   * @throws DriverException UNREACHABLE, REFUSED, DEADLINE
   */
  static SshShell open(SwitchEndpoint endpoint, CommandTable table, Terminal terminal) {
    SshShell shell = new SshShell(endpoint, table, terminal);
    try {
      shell.listen("");
      if (shell.lastPrompt.endsWith(">")) {
        table.commands(TableRow.ENABLE).forEach(shell::run);
      }
      table.commands(TableRow.START).forEach(shell::run);
      return shell;
    } catch (DriverException failed) {
      terminal.abort();
      throw failed;
    }
  }

  /**
   * Sends a line and waits for the prompt.
   *
   * @return what was said between the two, without the echo
   * @throws DriverException DEADLINE: it was not sent; UNREACHABLE: whether it took effect is not
   *     known; REFUSED: the switch did not take it, or did not come to the mode that follows
   */
  String run(CliLine line) {
    type(line.text() + "\n", line.text());
    String said = withoutEcho(line.text(), listen(line.text()));
    Matcher refused = table.pattern(TableRow.REFUSED).orElse(NEVER).matcher(said);
    if (refused.find() && !line.mayBeRefused()) {
      throw refused(line, said.substring(Math.max(0, refused.start())));
    }
    if (!lastPrompt.contains(line.prompt())) {
      throw refused(line, "and is at " + lastPrompt);
    }
    return said;
  }

  private DriverException refused(CliLine line, String words) {
    return new DriverException(
        Kind.REFUSED,
        "%s refused '%s': %s."
            .formatted(
                endpoint.described(), transcript.words(line.text()), transcript.words(words)));
  }

  /** The prompt that came last. */
  String lastPrompt() {
    return lastPrompt;
  }

  private void type(String keys, String shown) {
    try {
      SshSession.requireClaim(endpoint);
    } catch (DriverException claimRanOut) {
      terminal.abort();
      throw claimRanOut;
    }
    transcript.sent(shown);
    try {
      terminal.send(keys);
    } catch (IOException broken) {
      throw unreachable("broke the connection: " + broken.getMessage(), "", broken);
    }
  }

  /** Reads up to the next prompt, turning pages and answering questions. */
  private String listen(String asked) {
    long deadline = System.nanoTime() + endpoint.timeout().toNanos();
    StringBuilder printed = new StringBuilder();
    int dealtWith = 0;
    String answered = "";
    secretGiven = false;
    while (true) {
      printed.append(answered.isEmpty() ? receive(deadline, asked, printed) : answered);
      answered = "";
      String line = Screen.lastLine(printed.substring(dealtWith));
      Optional<Question> question = asked(line);
      if (isPrompt(line)) {
        String said = Screen.text(printed.toString());
        transcript.heard(said);
        return said;
      }
      if (more.matcher(line).find()) {
        dealtWith = printed.length();
        type(" ", "(next page)");
      } else if (question.isPresent()) {
        dealtWith = printed.length();
        answered = answer(question.get(), printed);
      }
    }
  }

  /** Asked again, the secret was wrong; many a system locks accounts that try on. */
  private void requireFirst(StringBuilder printed) {
    if (secretGiven) {
      terminal.abort();
      throw new DriverException(
          Kind.REFUSED,
          "%s does not take the password on its command line: %s."
              .formatted(endpoint.described(), transcript.words(Screen.text(printed.toString()))));
    }
    secretGiven = true;
  }

  private String answer(Question question, StringBuilder printed) {
    if (question.answer().equals("{secret}")) {
      requireFirst(printed);
    }
    String answer =
        question
            .answer()
            .replace("{username}", endpoint.username())
            .replace("{secret}", endpoint.secret().reveal());
    if (question.answer().length() == 1) {
      return key(answer);
    }
    type(answer + "\n", question.answer());
    return "";
  }

  /** Some take a key at once, and would take Enter for an empty line; others wait for Enter. */
  private String key(String key) {
    type(key, key);
    StringBuilder printed = new StringBuilder();
    long deadline = System.nanoTime() + KEY_IS_ENOUGH.toNanos();
    try {
      while (printed.indexOf("\n") < 0) {
        printed.append(terminal.receive(deadline));
      }
    } catch (SocketTimeoutException waits) {
      type("\n", "(Enter)");
    } catch (IOException broken) {
      throw unreachable("broke the connection", "", broken);
    }
    return printed.toString();
  }

  private String receive(long deadline, String asked, StringBuilder before) {
    try {
      String text = terminal.receive(deadline);
      if (before.length() + text.length() > MOST_CHARACTERS) {
        throw unreachable("answered without end", "", null);
      }
      return text;
    } catch (SocketTimeoutException late) {
      throw unreachable(
          "did not answer within %d ms".formatted(endpoint.timeout().toMillis()),
          strange(asked, before),
          late);
    } catch (IOException broken) {
      throw unreachable("broke the connection", strange(asked, before), broken);
    }
  }

  /** What came, unless it is the beginning of a right answer: that may speak of others' VLANs. */
  private static String strange(String asked, StringBuilder printed) {
    String text = Screen.text(printed.toString());
    boolean right = text.lines().findFirst().filter(line -> line.strip().equals(asked)).isPresent();
    return right ? "" : text;
  }

  private Optional<Question> asked(String line) {
    return table.questions().stream().filter(one -> one.asked().matcher(line).find()).findFirst();
  }

  /** The first prompt tells the name; text that merely ends like one is not taken for it later. */
  private boolean isPrompt(String line) {
    Matcher match = prompt.matcher(line);
    if (!match.matches() || !match.group(1).startsWith(name)) {
      return false;
    }
    String shown = match.group(1);
    name = shown.substring(0, Math.min(shown.length(), NAME_IN_PROMPT));
    lastPrompt = line;
    return true;
  }

  /** Without its echo an answer may be to another line, or no answer at all. */
  private String withoutEcho(String line, String said) {
    int end = said.indexOf('\n');
    String echo = end < 0 ? "" : said.substring(0, end);
    if (!echo.strip().equals(line.strip())) {
      throw unreachable("answered something else than what was asked", said, null);
    }
    return said.substring(end + 1, said.lastIndexOf('\n') + 1);
  }

  /** The dialogue is out of step, whatever came. */
  DriverException unreachable(String what, String words, Throwable cause) {
    terminal.abort();
    String last = transcript.words(words);
    return new DriverException(
        Kind.UNREACHABLE,
        "%s %s%s."
            .formatted(endpoint.described(), what, last.isEmpty() ? "" : "; it said: " + last),
        cause);
  }

  @Override
  public void close() {
    terminal.close();
  }
}
