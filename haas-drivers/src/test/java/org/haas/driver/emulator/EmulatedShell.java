package org.haas.driver.emulator;

/** A switch's command line, as one who sits at a terminal sees it. Used by one thread. */
public interface EmulatedShell extends AutoCloseable {

  /** What appears after login: a banner, and the first prompt. */
  String greeting();

  /**
   * What appears when this key is hit; often nothing.
   *
   * @throws ConnectionCut the connection breaks at this moment
   */
  String typed(char key);

  /** Whether the switch has ended the session. */
  boolean ended();

  /** The terminal is gone. */
  @Override
  void close();
}
