package org.haas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.haas.it.Running;

/** What the running server holds on to, after a collection of its garbage. */
final class ServerMemory {
  private ServerMemory() {}

  /** Bytes of all objects that somebody refers to. */
  static long liveBytes() {
    try {
      String pid = Files.readString(Running.state().resolve("payara.pid")).strip();
      String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      Process asked = new ProcessBuilder(jcmd, pid, "GC.class_histogram").start();
      String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      String total = told.substring(told.lastIndexOf("Total")).strip();
      return Long.parseLong(total.split("\\s+")[2]);
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    }
  }
}
