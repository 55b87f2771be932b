package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's own note of the process that serves a data folder.
 *
 * @param file {@code postmaster.pid}
 */
record PostmasterFile(Path file) {

  static PostmasterFile in(Path data) {
    return new PostmasterFile(data.resolve("postmaster.pid"));
  }

  /**
   * After a crash: takes the server over when it still runs, and removes the note when its process
   * is gone or is something else, which PostgreSQL could take for itself and refuse to start.
   */
  void adoptOrForget(Daemon daemon) throws IOException {
    if (daemon.running().isPresent() || !Files.exists(file)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
    if (serves(pid)) {
      daemon.adopt(pid);
    } else {
      Files.delete(file);
    }
  }

  private boolean serves(long pid) {
    try {
      String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
      return command.contains(file.getParent().toString()) && ProcessIdentity.of(pid).isPresent();
    } catch (IOException gone) {
      return false;
    }
  }
}
