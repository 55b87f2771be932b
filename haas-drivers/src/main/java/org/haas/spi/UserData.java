package org.haas.spi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What cloud-init gets as user data: a tenant's own text, which only his own machine reads. HaaS
 * never looks into it beyond its first characters.
 */
public record UserData(String value) {
  /** In UTF-8. */
  public static final int MOST_BYTES = 32 << 10;

  /**
   * Checks the size, that it is text, and that cloud-init can tell what it is.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public UserData {
    if (value == null || encodedLength(value) > MOST_BYTES || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("User data is text of at most 32 KiB, in UTF-8.");
    }
    if (!value.startsWith("#") && !value.startsWith("Content-Type:")) {
      throw new IllegalArgumentException(
          "User data begins with what it is: #cloud-config, #! and a program, or another beginning"
              + " that cloud-init knows.");
    }
  }

  /** More than any limit for what is no text. */
  private static int encodedLength(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return encoded.remaining();
    } catch (CharacterCodingException halfACharacter) {
      return Integer.MAX_VALUE;
    }
  }

  /** Its size only: it may hold secrets of its tenant. */
  @Override
  public String toString() {
    return "user data of %d characters".formatted(value.length());
  }
}
