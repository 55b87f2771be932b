package org.haas.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tells a process from every other that ever had its pid: its start, and the boot it lives in.
 */
final class ProcessIdentity {
  /** Of the fields after the process's name (proc(5)), counted from 0. */
  private static final int STATE = 0;

  private static final int START_TICKS = 19;

  private ProcessIdentity() {}

  /** Nothing when there is no such process, or only its exit code is left. */
  static Optional<String> of(long pid) {
    try {
      String line =
          Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      boolean ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
      return ended ? Optional.empty() : Optional.of(fields[START_TICKS] + " " + boot());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static String boot() throws IOException {
    return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
  }
}
