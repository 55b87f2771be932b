package org.haas.driver.wire;

import java.io.Closeable;
import java.io.IOException;

/** A two-way stream of bytes to a peer. One thread reads, another may write, any may close. */
public interface ByteLink extends Closeable {

  /**
   * Waits for bytes.
   *
   * @param deadline in {@link System#nanoTime} terms
   * @return how many were put into {@code into}; 0 when there were none until the deadline; -1 when
   *     the peer has ended the stream
   * @throws IOException it broke, or was closed here
   */
  int read(byte[] into, long deadline) throws IOException;

  /**
   * Sends all of it.
   *
   * @param deadline in {@link System#nanoTime} terms
   * @throws IOException it broke, or the peer did not take it in time
   */
  void write(byte[] bytes, long deadline) throws IOException;

  /** Ends it at once, a waiting {@link #read} too. */
  @Override
  void close();
}
