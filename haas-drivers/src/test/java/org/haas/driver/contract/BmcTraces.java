package org.haas.driver.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a driver leaves behind in this process and on this machine: threads and processes. */
final class BmcTraces {
  private BmcTraces() {}

  /** The threads that live now, except those with such a name. */
  static Set<Thread> threads(String except) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .filter(thread -> !thread.getName().matches(except))
        .collect(Collectors.toSet());
  }

  /** The processes that this one has started, and theirs. */
  static Set<ProcessHandle> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .collect(Collectors.toSet());
  }

  /** What everybody on this machine can read of those processes. */
  static List<String> commandLines() {
    return processes().stream().flatMap(BmcTraces::commandLine).toList();
  }

  private static Stream<String> commandLine(ProcessHandle process) {
    try {
      Path file = Path.of("/proc/" + process.pid() + "/cmdline");
      return Stream.of(Files.readString(file).replace('\0', ' '));
    } catch (IOException ended) {
      return Stream.empty();
    }
  }
}
