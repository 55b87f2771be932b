package org.haas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.haas.it.Running;

/** Processor time that the parts of the running HaaS have used so far, as Linux counts it. */
final class Cpu {
  private static final double TICK_MILLIS = 10;

  private Cpu() {}

  /** Processor time in milliseconds. */
  record Used(double serverMillis, double databaseMillis) {
    Used since(Used before) {
      return new Used(serverMillis - before.serverMillis, databaseMillis - before.databaseMillis);
    }

    Used plus(Used more) {
      return new Used(serverMillis + more.serverMillis, databaseMillis + more.databaseMillis);
    }
  }

  /** So far. */
  static Used now() {
    return new Used(withChildren(pid("payara")), withChildren(pid("postgres")));
  }

  private static long pid(String part) {
    try {
      return Long.parseLong(Files.readString(Running.state().resolve(part + ".pid")).strip());
    } catch (IOException elsewhere) {
      return -1;
    }
  }

  /** Of the process, its children that live, and those that have ended. */
  private static double withChildren(long pid) {
    try (Stream<ProcessHandle> all =
        ProcessHandle.of(pid).map(ProcessHandle::descendants).orElse(Stream.empty())) {
      return (ticks(pid, true) + all.mapToLong(each -> ticks(each.pid(), false)).sum())
          * TICK_MILLIS;
    }
  }

  private static long ticks(long pid, boolean alsoEnded) {
    try {
      String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      return alsoEnded ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    } catch (IOException ended) {
      return 0;
    }
  }
}
