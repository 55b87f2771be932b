package org.haas.driver.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What happened on one device: the last entries in memory, all of the last megabytes in a file.
 * Guarded by its device.
 */
final class SimLog {
  private static final long FILE_BYTES = 16L << 20;

  private final Path file;
  private final int kept;
  private final Deque<String> entries = new ArrayDeque<>();
  private Writer writer;
  private long written;
  private long count;

  /**
   * @param kept how many entries stay in memory
   */
  SimLog(Path file, int kept) {
    this.file = file;
    this.kept = kept;
    open();
  }

  void add(String entry) {
    String line = ++count + " " + entry;
    entries.addLast(line);
    if (entries.size() > kept) {
      entries.removeFirst();
    }
    try {
      writer.write(line + "\n");
      writer.flush();
      written += line.length() + 1;
      if (written > FILE_BYTES) {
        writer.close();
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        open();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  List<String> entries() {
    return List.copyOf(entries);
  }

  private void open() {
    try {
      writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      written = Files.size(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
