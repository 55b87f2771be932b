package org.haas.spi;

import java.time.Duration;

/** A login over which a switch tells by itself that something about its ports was changed. */
public interface SwitchWatch extends AutoCloseable {

  /**
   * Waits for news since the last call, or since the login. What to make of it says a session that
   * reads. One thread waits.
   *
   * @param longest how long to wait at most
   * @return whether there was some; several may be told as one
   * @throws DriverException UNREACHABLE: the connection broke or was closed, this is of no more use
   */
  boolean await(Duration longest);

  /** Ends it at once, from any thread. */
  @Override
  void close();
}
