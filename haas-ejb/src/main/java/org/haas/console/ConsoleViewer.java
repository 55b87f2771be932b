package org.haas.console;

import java.util.concurrent.CompletionStage;

/** The far end of a viewer's connection. */
public interface ConsoleViewer {
  /**
   * Sends without waiting; called again only when that is done.
   *
   * @return fails when the viewer is gone
   */
  CompletionStage<Void> send(ConsoleEvent event);

  /** Closes the connection, also while something is on its way. Repeats safely. */
  void end();
}
