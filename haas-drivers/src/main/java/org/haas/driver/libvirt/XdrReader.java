package org.haas.driver.libvirt;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads what {@link XdrWriter} writes, of a peer that is not trusted to keep to it. */
final class XdrReader {
  private static final int UNIT = 4;

  private final ByteBuffer bytes;

  XdrReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /**
   * A number of four bytes.
   *
   * @throws IllegalArgumentException there is nothing more
   */
  int number() {
    try {
      return bytes.getInt();
    } catch (BufferUnderflowException end) {
      throw new IllegalArgumentException("a message that ends too early", end);
    }
  }

  long hyper() {
    return ((long) number() << Integer.SIZE) | (number() & 0xffffffffL);
  }

  String text() {
    int length = number();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("a text that is longer than its message");
    }
    byte[] encoded = new byte[length];
    bytes.get(encoded);
    skip((UNIT - length % UNIT) % UNIT);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  Optional<String> optionalText() {
    return number() == 0 ? Optional.empty() : Optional.of(text());
  }

  UUID uuid() {
    return new UUID(hyper(), hyper());
  }

  /** An array of any length. */
  <T> List<T> list(Function<XdrReader, T> element) {
    int length = number();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("a list that is longer than its message");
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      read.add(element.apply(this));
    }
    return read;
  }

  void skip(int length) {
    if (length > bytes.remaining()) {
      throw new IllegalArgumentException("a message that ends too early");
    }
    bytes.position(bytes.position() + length);
  }
}
