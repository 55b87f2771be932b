package org.haas.console;

import java.util.concurrent.CompletionStage;

/** Where a screen is shown. */
interface ScreenViewer {

  /** Sends bytes; complete when the next may be sent. One at a time. */
  CompletionStage<Void> send(byte[] bytes);

  /** Asks for a sign of life. */
  void ping();

  /**
   * Ends it. Repeats safely.
   *
   * @param asExpected whether nobody did anything wrong
   */
  void end(boolean asExpected, String why);
}
