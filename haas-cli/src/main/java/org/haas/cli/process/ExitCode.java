package org.haas.cli.process;

/** What a script learns from the end of a command; docs/cli.md lists them. */
public enum ExitCode {
  /** Done. */
  DONE(0),
  /** HaaS refused, or the operation that was waited for failed. */
  REFUSED(1),
  /** The command line, or what it reads, is wrong. */
  USAGE(2),
  /** There is no login, or it is not good any more. */
  NOT_LOGGED_IN(3),
  /** Nobody answers, or something that HaaS needs does not. */
  UNREACHABLE(4),
  /** What was waited for took too long; it goes on. */
  TIMED_OUT(5),
  /** HaaS failed: its log knows more. */
  FAILED(6);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** As the shell sees it. */
  public int number() {
    return number;
  }
}
