package org.haas.cli.console;

import java.util.regex.Pattern;

/**
 * Finds what is meant for us among what is typed: at the beginning of a line {@code ~.} leaves,
 * {@code ~B} sends a break, {@code ~t} takes the keyboard, {@code ~?} explains, {@code ~~} types
 * one tilde.
 */
final class Escape {
  private static final char TILDE = '~';

  private static final Pattern BEGUN = Pattern.compile("\u001b(\\[[0-9;]{0,9})?");
  private static final Pattern ANSWER = Pattern.compile("\u001b\\[[0-9;]{0,9}R");

  private boolean lineBegins = true;
  private boolean tilde;
  private String answer = "";

  /** What to do. */
  enum Order {
    /** Only send what was typed. */
    NONE,
    LEAVE,
    BREAK,
    TAKE,
    EXPLAIN
  }

  /**
   * What came of one byte.
   *
   * @param typed for the machine, a character for each byte
   */
  record Found(String typed, Order order) {}

  /** Looks at the next byte. */
  Found next(int key) {
    if (tilde) {
      tilde = false;
      return second(key);
    }
    if (lineBegins && answer.isEmpty() && key == TILDE) {
      tilde = true;
      return new Found("", Order.NONE);
    }
    return typed(key);
  }

  private Found second(int key) {
    return switch (key) {
      case '.' -> new Found("", Order.LEAVE);
      case 'B' -> new Found("", Order.BREAK);
      case 't' -> new Found("", Order.TAKE);
      case '?' -> new Found("", Order.EXPLAIN);
      case TILDE -> typed(TILDE);
      default -> {
        lineBegins = isEnd(key);
        yield new Found("~" + (char) (key & 0xff), Order.NONE);
      }
    };
  }

  private Found typed(int key) {
    lineBegins = isEnd(key) || (lineBegins && isAnswer(key));
    return new Found(String.valueOf((char) (key & 0xff)), Order.NONE);
  }

  /** Shells ask where the cursor is, and terminals answer as if somebody typed: ESC [ 7 ; 9 R. */
  private boolean isAnswer(int key) {
    String now = answer + (char) key;
    boolean begun = BEGUN.matcher(now).matches();
    answer = begun ? now : "";
    return begun || ANSWER.matcher(now).matches();
  }

  private static boolean isEnd(int key) {
    return key == '\r' || key == '\n';
  }
}
