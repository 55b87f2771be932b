package org.haas.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The commands in it-tests/lab, run for one lab. */
final class LabScript {
  private final LabSettings settings;

  LabScript(LabSettings settings) {
    this.settings = settings;
  }

  /**
   * Runs a command to its end.
   *
   * @throws IllegalStateException it failed; the message is what it said
   */
  void run(String name, String... arguments) {
    try {
      Process process = command(name, arguments).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("it-tests/lab/%s: %s".formatted(name, said));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in it-tests/lab/" + name, e);
    }
  }

  ProcessBuilder command(String name, String... arguments) {
    Path script = Path.of(System.getProperty("basedir", "."), "lab", name).toAbsolutePath();
    List<String> words = Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(words);
    builder
        .environment()
        .putAll(
            Map.of(
                "HAAS_LAB_PREFIX", settings.prefix(),
                "HAAS_LAB_SSH_PORT", String.valueOf(settings.sshPort())));
    return builder;
  }
}
