package org.haas.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The files of one tenure's console: the newest part, and at most three older ones, so that they
 * never take more than they may. Readable by the server's account only. Owned by one thread, but
 * anybody may read.
 */
final class Recording {
  private static final int PARTS = 4;
  private static final String NEWEST = "console.log";

  private final Path folder;
  private final long mostBytes;
  private OutputStream newest;
  private long bytes;

  /**
   * Goes on where the files end.
   *
   * @param folder of this tenure alone
   * @param mostBytes of all parts together
   */
  Recording(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /** Adds to the newest part; begins another one when it is full. */
  void append(byte[] text) throws IOException {
    if (newest == null) {
      newest = open();
    }
    if (bytes > 0 && bytes + text.length > mostBytes / PARTS) {
      newest.close();
      rotate();
      newest = open();
    }
    newest.write(text);
    bytes += text.length;
  }

  private OutputStream open() throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path file = folder.resolve(NEWEST);
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    bytes = Files.size(file);
    return Files.newOutputStream(file, StandardOpenOption.APPEND);
  }

  private void rotate() throws IOException {
    for (int age = PARTS - 1; age > 0; age--) {
      Path younger = part(age - 1);
      if (Files.exists(younger)) {
        Files.move(younger, part(age), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path part(int age) {
    return folder.resolve(age == 0 ? NEWEST : NEWEST + "." + age);
  }

  /** Writes nothing more. Repeats safely. */
  void close() throws IOException {
    if (newest != null) {
      newest.close();
      newest = null;
    }
  }

  /** All that is kept in that folder, oldest first; empty when there is nothing. */
  static InputStream read(Path folder) throws IOException {
    Recording recording = new Recording(folder, 0);
    List<InputStream> parts = new ArrayList<>(Set.of(InputStream.nullInputStream()));
    for (int age = PARTS - 1; age >= 0; age--) {
      Path part = recording.part(age);
      if (Files.exists(part)) {
        parts.add(Files.newInputStream(part));
      }
    }
    return new SequenceInputStream(Collections.enumeration(parts));
  }
}
