package org.haas.document;

/** What may be in a text. */
public final class Text {
  private static final int LONGEST_SHOWN = 60;

  private Text() {}

  /**
   * Whether it can be kept and logged as it is: no control character but tab and line ends, no half
   * of a surrogate pair (PostgreSQL takes neither).
   */
  public static boolean isClean(String text) {
    return text.codePoints().allMatch(Text::isClean);
  }

  private static boolean isClean(int point) {
    boolean lineEnd = point == '\t' || point == '\n' || point == '\r';
    return lineEnd || !(Character.isISOControl(point) || isSurrogate(point));
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** Something that the caller sent, as it may stand in an answer: printable and short. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_SHOWN)
        .map(point -> Character.isISOControl(point) || isSurrogate(point) ? '?' : point)
        .forEach(shown::appendCodePoint);
    return shown.length() < text.length() && text.codePointCount(0, text.length()) > LONGEST_SHOWN
        ? shown + "..."
        : shown.toString();
  }
}
