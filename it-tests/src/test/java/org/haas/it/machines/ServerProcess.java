package org.haas.it.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.haas.it.Running;

/** The running server as the machine under it sees it. */
final class ServerProcess {
  private static final int MACHINES = 2;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private ServerProcess() {}

  /** The ipmitools below the server that were told this, such as {@code sol} for a console. */
  static List<ProcessHandle> ipmitools(String word) {
    return server()
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("/ipmitool"))
        .filter(each -> List.of(each.info().arguments().orElse(new String[0])).contains(word))
        .toList();
  }

  /**
   * Whether there is a moment, before that time is over, at which no ipmitool is at work but those
   * of consoles, of which there is one a machine at most.
   */
  static boolean restsFromCommands(Duration longest) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < longest.toNanos()) {
      if (ipmitools("chassis").isEmpty() && ipmitools("sol").size() <= MACHINES) {
        return true;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return false;
  }

  /** How many threads of the server are in that code now. */
  static int threadsIn(String code) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = Long.toString(server().pid());
    try {
      Process asked =
          new ProcessBuilder(jcmd, pid, "Thread.print").redirectErrorStream(true).start();
      String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(told).contains("Full thread dump");
      return (int) Stream.of(told.split("\n\n")).filter(one -> one.contains(code)).count();
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    }
  }

  /** Whether there is a moment, before that time is over, with no more threads in that code. */
  static boolean restsIn(String code, int most, Duration longest) {
    long begin = System.nanoTime();
    while (threadsIn(code) > most) {
      if (System.nanoTime() - begin > longest.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  private static ProcessHandle server() {
    try {
      String pid = Files.readString(Running.state().resolve("payara.pid")).strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The command lines of everything that runs, whoever began it. */
  static List<String> commandLines() {
    List<String> lines = new ArrayList<>();
    for (ProcessHandle each : ProcessHandle.allProcesses().toList()) {
      try {
        lines.add(read(Path.of("/proc", Long.toString(each.pid()), "cmdline")));
      } catch (IOException ended) {
        // It has no command line any more.
      }
    }
    return lines;
  }

  /** Every line that the server has logged. */
  static List<String> logs() {
    try (Stream<Path> files = Files.list(Running.state().resolve("payara/domains/haas/logs"))) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines.addAll(read(file).lines().toList());
      }
      return lines;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
