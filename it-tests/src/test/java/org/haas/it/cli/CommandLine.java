package org.haas.it.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.haas.it.Running;

/** The command {@code haas}, with a home and an environment of its own. */
final class CommandLine {
  private static final Path LAUNCHER =
      Path.of("..", "haas-cli", "target", "haas").toAbsolutePath().normalize();
  private static final long LONGEST_SECONDS = 90;

  private final Path home;
  private final Map<String, String> variables = new TreeMap<>();

  /** Logged in as nobody; the archive of its classes is kept from test to test. */
  CommandLine(Path home) {
    this.home = home;
    assertThat(LAUNCHER.resolveSibling("haas.jar"))
        .as("the command line is built: mvn package -pl haas-cli")
        .exists();
    variables.put("HOME", home.toString());
    variables.put("XDG_CACHE_HOME", LAUNCHER.resolveSibling("cache").toString());
    variables.put("HAAS_ENDPOINT", Running.url().toString());
  }

  /** What a command did. */
  record Done(int code, String out, String err) {
    /** Itself, if it ended so. */
    Done is(int expected) {
      assertThat(code).as("out: %s err: %s", out, err).isEqualTo(expected);
      return this;
    }

    JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(out))) {
        return reader.readObject();
      }
    }
  }

  CommandLine with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  CommandLine without(String variable) {
    variables.remove(variable);
    return this;
  }

  /** Runs it with nothing on stdin. */
  Done run(String... arguments) {
    return typing("", arguments);
  }

  /** Runs it with that on stdin. */
  Done typing(String typed, String... arguments) {
    try {
      Path out = Files.createTempFile(home, "out", "");
      Path err = Files.createTempFile(home, "err", "");
      Process process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().write(typed.getBytes(UTF_8));
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("haas %s does not end".formatted(List.of(arguments)));
      }
      return new Done(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Begins it; for the caller to end. */
  Process begin(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  /** The next line that has this in it. */
  static String line(BufferedReader lines, String part) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(part)) {
      line = lines.readLine();
    }
    return line;
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    Stream.of(arguments).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.matches("(HAAS|HIL|XDG)_.*"));
    builder.environment().putAll(variables);
    return builder;
  }
}
