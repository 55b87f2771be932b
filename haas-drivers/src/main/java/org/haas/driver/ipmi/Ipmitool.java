package org.haas.driver.ipmi;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.haas.driver.wire.HostPort;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/**
 * The program ipmitool and one controller. The password goes by the process's environment, which
 * the system shows to its owner only; the environment holds nothing else of ours.
 */
final class Ipmitool {
  private static final Duration REAPING = Duration.ofSeconds(1);
  private static final File NOTHING = new File("/dev/null");

  private final List<String> program;
  private final BmcEndpoint endpoint;
  private final HostPort at;
  private final IpmiSettings settings;

  Ipmitool(List<String> program, BmcEndpoint endpoint, HostPort at, IpmiSettings settings) {
    this.program = program;
    this.endpoint = endpoint;
    this.at = at;
    this.settings = settings;
  }

  BmcEndpoint endpoint() {
    return endpoint;
  }

  IpmiSettings settings() {
    return settings;
  }

  /** In {@link System#nanoTime} terms: when a command that begins now has to be over. */
  long deadline() {
    return System.nanoTime() + endpoint.timeout().toNanos();
  }

  /**
   * Runs one command to its end, and kills it at the deadline.
   *
   * @throws DriverException UNREACHABLE at the deadline; DEADLINE; REFUSED no ipmitool
   */
  IpmiAnswer run(int cipher, long deadline, List<String> command) {
    List<String> words = new ArrayList<>(List.of("-v"));
    words.addAll(command);
    Process process = start(cipher, words, Redirect.from(NOTHING));
    try {
      if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw late();
      }
      return new IpmiAnswer(
          process.exitValue(),
          available(process.getInputStream()),
          available(process.getErrorStream()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unreachable("was left, as the server is stopping", stopping);
    } catch (IOException gone) {
      throw unreachable("could not be asked: " + hidden(gone.getMessage()), gone);
    } finally {
      end(process);
    }
  }

  /** Starts a console; its input and output are the caller's. */
  Process console(int cipher, List<String> command) {
    return start(cipher, command, Redirect.PIPE);
  }

  private Process start(int cipher, List<String> command, Redirect input) {
    if (!endpoint.mayProceed().getAsBoolean()) {
      throw new DriverException(
          Kind.DEADLINE,
          endpoint.described() + " was left alone: the claim on it ran out before the command.");
    }
    requireSecret();
    ProcessBuilder builder = new ProcessBuilder(line(cipher, command)).redirectInput(input);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    environment.put("IPMI_PASSWORD", endpoint.secret().reveal());
    try {
      return builder.start();
    } catch (IOException notThere) {
      throw new DriverException(
          Kind.REFUSED,
          "%s cannot be asked: the program ipmitool does not run on the server of HaaS; install it"
                  .formatted(endpoint.described())
              + " (apt-get install ipmitool).",
          notThere);
    }
  }

  /** Java would tell the secret in its complaint. */
  private void requireSecret() {
    if (endpoint.secret().reveal().indexOf('\0') >= 0) {
      throw new DriverException(
          Kind.REFUSED,
          "%s cannot have this password: it has a character that no program can be given."
              .formatted(endpoint.described()));
    }
  }

  private List<String> line(int cipher, List<String> command) {
    List<String> line = new ArrayList<>(program);
    line.addAll(List.of("-I", "lanplus", "-H", at.host(), "-p", Integer.toString(at.port())));
    line.addAll(List.of("-U", endpoint.username(), "-E", "-N", "1", "-R", "2"));
    line.addAll(List.of("-C", Integer.toString(cipher)));
    line.addAll(settings.options());
    line.addAll(command);
    return line;
  }

  /** What has come, without waiting: who ended has said all. */
  static String available(InputStream from) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    for (int there = from.available(); there > 0; there = from.available()) {
      read.write(from.readNBytes(there));
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  /** Kills it and whatever it has started, and waits until the system has forgotten it. */
  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(REAPING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  DriverException late() {
    return unreachable(
        "did not answer within %d ms".formatted(endpoint.timeout().toMillis()), null);
  }

  DriverException unreachable(String what, Throwable cause) {
    return new DriverException(
        Kind.UNREACHABLE, "%s %s.".formatted(endpoint.described(), what), cause);
  }

  DriverException refused(String what) {
    return new DriverException(Kind.REFUSED, "%s %s.".formatted(endpoint.described(), what));
  }

  /** Words of the program, in which the secret would be blackened. */
  String hidden(String words) {
    String secret = endpoint.secret().reveal();
    return secret.isEmpty() ? "" + words : ("" + words).replace(secret, "***");
  }
}
