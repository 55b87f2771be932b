package org.haas.driver.ipmi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes out of a console's output what ipmitool itself says there. */
final class SolChatter {
  private static final byte[] GREETING = bytes("[SOL Session operational");
  private static final byte[] BREAK_SENT = bytes(SolKeys.ESCAPE + "B [send break]\n");

  private byte[] held = new byte[0];
  private boolean greeted;
  private int breaks;

  /** One more report of a Break will come, some time. */
  void breakSent() {
    breaks++;
  }

  /**
   * What the machine said.
   *
   * @param last nothing more follows
   */
  byte[] without(byte[] chunk, boolean last) {
    byte[] all = joined(held, chunk);
    held = new byte[0];
    if (!greeted) {
      all = afterGreeting(all, last);
    }
    return breaks > 0 ? withoutBreaks(all, last) : all;
  }

  private byte[] afterGreeting(byte[] all, boolean last) {
    int common = Math.min(all.length, GREETING.length);
    if (!Arrays.equals(all, 0, common, GREETING, 0, common)) {
      greeted = true;
      return all;
    }
    int end = indexOf(all, new byte[] {'\n'}, 0);
    if (end < 0) {
      held = last ? held : all;
      return new byte[0];
    }
    greeted = true;
    return Arrays.copyOfRange(all, end + 1, all.length);
  }

  private byte[] withoutBreaks(byte[] all, boolean last) {
    byte[] rest = all;
    while (breaks > 0) {
      int at = indexOf(rest, BREAK_SENT, 0);
      if (at < 0) {
        return last ? rest : held(rest);
      }
      breaks--;
      byte[] after = Arrays.copyOfRange(rest, at + BREAK_SENT.length, rest.length);
      rest = joined(Arrays.copyOf(rest, at), after);
    }
    return rest;
  }

  /** Keeps back an end that may be the beginning of a report. */
  private byte[] held(byte[] bytes) {
    int longest = Math.min(bytes.length, BREAK_SENT.length - 1);
    for (int length = longest; length > 0; length--) {
      int from = bytes.length - length;
      if (Arrays.equals(bytes, from, bytes.length, BREAK_SENT, 0, length)) {
        held = Arrays.copyOfRange(bytes, from, bytes.length);
        return Arrays.copyOf(bytes, from);
      }
    }
    return bytes;
  }

  private static int indexOf(byte[] all, byte[] part, int from) {
    for (int at = from; at + part.length <= all.length; at++) {
      if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
