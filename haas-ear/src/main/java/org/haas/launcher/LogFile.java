package org.haas.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a server wrote. */
record LogFile(Path file) {

  /** How long it is now, in bytes; 0 when it is not there. */
  long sizeBytes() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }

  /**
   * Whether a line written after this many bytes holds one of the texts; a shorter log is a new
   * one.
   */
  boolean saysSince(long sizeBytes, List<String> texts) {
    String written = since(sizeBytes);
    return texts.stream().anyMatch(written::contains);
  }

  private String since(long sizeBytes) {
    try (FileChannel channel = FileChannel.open(file)) {
      long from = channel.size() < sizeBytes ? 0 : sizeBytes;
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size() - from, 4_000_000));
      channel.read(buffer, from);
      return new String(buffer.array(), StandardCharsets.ISO_8859_1);
    } catch (IOException none) {
      return "";
    }
  }

  /** The last lines, indented; empty when there are none. */
  String lastLines(int count) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      List<String> all = lines.filter(line -> !line.isBlank()).toList();
      return "    "
          + String.join("\n    ", all.subList(Math.max(0, all.size() - count), all.size()));
    } catch (IOException none) {
      return "";
    }
  }
}
