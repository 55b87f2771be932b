package org.haas.driver.junos;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.haas.driver.wire.ByteLink;

/**
 * NETCONF's messages on a stream of bytes (RFC 6242): ended by {@code ]]>]]>}, or in chunks. No
 * message is believed to be short.
 */
final class NetconfFrames {
  private static final String END = "]]>]]>";
  private static final byte[] END_BYTES = END.getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BYTES = 4 << 20;
  private static final int LONGEST_NUMBER = 7;

  private final ByteLink link;
  private final byte[] held = new byte[8192];
  private int at;
  private int length;
  private boolean chunked;

  NetconfFrames(ByteLink link) {
    this.link = link;
  }

  /** From now on messages come and go in chunks. */
  void chunk() {
    chunked = true;
  }

  void write(String message, long deadline) throws IOException {
    int bytes = message.getBytes(StandardCharsets.UTF_8).length;
    String framed = chunked ? "\n#%d\n%s\n##\n".formatted(bytes, message) : message + END;
    link.write(framed.getBytes(StandardCharsets.UTF_8), deadline);
  }

  /**
   * The next message.
   *
   * @param deadline in {@link System#nanoTime} terms, for all of it
   * @throws IOException it did not come in time, is too long or not framed
   */
  String read(long deadline) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    if (chunked) {
      readChunks(message, deadline);
    } else {
      readUntilEnd(message, deadline);
    }
    return message.toString(StandardCharsets.UTF_8);
  }

  /** Whatever looks like the end and is not, such as one bracket too many, is part of it. */
  private void readUntilEnd(ByteArrayOutputStream message, long deadline) throws IOException {
    byte[] last = new byte[END_BYTES.length];
    int seen = 0;
    while (true) {
      byte next = next(deadline);
      if (seen == last.length) {
        put(message, last[0]);
        System.arraycopy(last, 1, last, 0, last.length - 1);
        seen--;
      }
      last[seen++] = next;
      if (Arrays.equals(last, END_BYTES)) {
        return;
      }
    }
  }

  private void readChunks(ByteArrayOutputStream message, long deadline) throws IOException {
    while (true) {
      require('\n', deadline);
      require('#', deadline);
      int size = size(deadline);
      if (size == 0) {
        return;
      }
      for (int i = 0; i < size; i++) {
        put(message, next(deadline));
      }
    }
  }

  /** The size of a chunk; 0 at the end of the message. */
  private int size(long deadline) throws IOException {
    StringBuilder digits = new StringBuilder();
    for (char next = (char) next(deadline); next != '\n'; next = (char) next(deadline)) {
      digits.append(next);
      if (digits.length() > LONGEST_NUMBER) {
        throw new IOException("a chunk of no size");
      }
    }
    if (digits.toString().equals("#")) {
      return 0;
    }
    if (!digits.toString().matches("[1-9][0-9]*")) {
      throw new IOException("a chunk of no size");
    }
    return Integer.parseInt(digits.toString());
  }

  private void require(char wanted, long deadline) throws IOException {
    if (next(deadline) != wanted) {
      throw new IOException("a message without its frame");
    }
  }

  private static void put(ByteArrayOutputStream message, byte one) throws IOException {
    if (message.size() == MOST_BYTES) {
      throw new IOException("a message without end");
    }
    message.write(one);
  }

  private byte next(long deadline) throws IOException {
    if (at == length) {
      at = 0;
      length = 0;
      int read = link.read(held, deadline);
      if (read == 0) {
        throw new SocketTimeoutException("no answer in time");
      }
      if (read < 0) {
        throw new EOFException("it ended the session");
      }
      length = read;
    }
    return held[at++];
  }
}
