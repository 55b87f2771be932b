package org.haas.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process with the class path of this test. */
public final class WorkerProcess {
  private static final long PATIENCE_SECONDS = 60;
  private static final List<String> QUICKLY =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx64m");

  private WorkerProcess() {}

  /**
   * Runs it to its end. What it said is shown if it failed otherwise than by {@link Doom}.
   *
   * @return whether it came to its end alive
   */
  public static boolean survives(Class<?> main, Path folder, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICKLY);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    Path said = folder.resolve("said");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("A worker does not end: " + Files.readString(said));
      }
      assertThat(process.exitValue()).as(Files.readString(said)).isIn(0, Doom.KILLED);
      return process.exitValue() == 0;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
