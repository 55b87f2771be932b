package org.haas.launcher;

/** Why HaaS cannot be started or stopped: one sentence for the person at the terminal. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failure(String sentence) {
    super(sentence);
  }

  Failure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
