package org.haas.driver.ipmi;

import java.io.ByteArrayOutputStream;

/**
 * Keystrokes in the form that ipmitool passes on as they are. It looks for its escape character at
 * the beginning of a line only, which is after a carriage return or line feed that was typed, and
 * at first; twice there, it is itself.
 */
final class SolKeys {
  /** A control character that no key of a terminal sends but Ctrl-^, and that prints nothing. */
  static final char ESCAPE = 0x1e;

  private boolean atLineStart = true;

  byte[] encoded(byte[] keys) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(keys.length + 1);
    for (byte key : keys) {
      if (atLineStart && key == ESCAPE) {
        encoded.write(ESCAPE);
      }
      encoded.write(key);
      atLineStart = key == '\r' || key == '\n';
    }
    return encoded.toByteArray();
  }

  /** Whether ipmitool takes a command now. It stays so after the command. */
  boolean atLineStart() {
    return atLineStart;
  }

  static byte[] sendBreak() {
    return new byte[] {(byte) ESCAPE, 'B'};
  }
}
