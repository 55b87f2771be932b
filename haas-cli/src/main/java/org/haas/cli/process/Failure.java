package org.haas.cli.process;

/** Why a command ends early: a sentence for stderr, and what the shell is told. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  /** With a sentence that names the thing and the way out. */
  public Failure(ExitCode code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** The same, and what it comes from. */
  public Failure(ExitCode code, String sentence, Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  /** The command line, or what it reads, is wrong. */
  public static Failure usage(String sentence) {
    return new Failure(ExitCode.USAGE, sentence);
  }

  /** What the shell is told. */
  public ExitCode code() {
    return code;
  }
}
