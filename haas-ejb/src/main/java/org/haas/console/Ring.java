package org.haas.console;

import java.util.Arrays;

/**
 * The newest bytes of a stream, each known by its position from the beginning of the stream. Takes
 * no more memory than it was given, and less while the stream is short. Not thread-safe.
 */
final class Ring {
  private static final int FIRST_BYTES = 4096;

  private final int capacity;
  private byte[] bytes;
  private long end;

  /**
   * An empty stream.
   *
   * @param capacity how many bytes are kept at most
   */
  Ring(int capacity) {
    this.capacity = capacity;
    this.bytes = new byte[Math.min(capacity, FIRST_BYTES)];
  }

  /** Adds the first bytes of an array; what is older than the capacity is forgotten. */
  void append(byte[] from, int length) {
    int skipped = Math.max(0, length - capacity);
    grow(length);
    end += skipped;
    for (int done = skipped; done < length; ) {
      int at = (int) (end % bytes.length);
      int part = Math.min(length - done, bytes.length - at);
      System.arraycopy(from, done, bytes, at, part);
      done += part;
      end += part;
    }
  }

  /** Grows only as long as it has not gone round, so that every byte stays where it is. */
  private void grow(int more) {
    if (bytes.length < capacity && end + more > bytes.length) {
      long wanted = Math.max(2L * bytes.length, end + more);
      bytes = Arrays.copyOf(bytes, (int) Math.min(capacity, wanted));
    }
  }

  /** The position of the oldest byte that is kept. */
  long begin() {
    return Math.max(0, end - bytes.length);
  }

  /** The position of the next byte. */
  long end() {
    return end;
  }

  /**
   * A copy of what is between two positions.
   *
   * @param from not before {@link #begin}
   * @param until not after {@link #end}
   */
  byte[] copy(long from, long until) {
    byte[] copy = new byte[(int) (until - from)];
    for (int done = 0; done < copy.length; ) {
      int at = (int) ((from + done) % bytes.length);
      int part = Math.min(copy.length - done, bytes.length - at);
      System.arraycopy(bytes, at, copy, done, part);
      done += part;
    }
    return copy;
  }
}
