package org.haas.driver.ssh;

import java.io.IOException;

/** The far end of a line of characters, where a switch's command line is. Used by one thread. */
interface Terminal extends AutoCloseable {

  /**
   * Types this.
   *
   * @throws IOException the connection is broken
   */
  void send(String text) throws IOException;

  /**
   * What has appeared since the last call: at least one character, and not more than came in one
   * piece.
   *
   * @param deadline by {@link System#nanoTime}
   * @throws java.net.SocketTimeoutException nothing came in time
   * @throws IOException the connection is broken, and nothing is left to read
   */
  String receive(long deadline) throws IOException;

  /** Breaks the connection: what was typed and not delivered never arrives. */
  void abort();

  @Override
  void close();
}
