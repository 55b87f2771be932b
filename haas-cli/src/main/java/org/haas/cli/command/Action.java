package org.haas.cli.command;

/** What a command does. */
@FunctionalInterface
public interface Action {
  /**
   * Does it.
   *
   * @throws org.haas.cli.process.Failure with a sentence and what the shell is told
   */
  void run(Session session);
}
