package org.haas.driver.libvirt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Values in XDR (RFC 4506): big-endian, in units of four bytes. */
final class XdrWriter {
  private static final int UNIT = 4;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  XdrWriter number(int value) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    return this;
  }

  XdrWriter hyper(long value) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  XdrWriter text(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    bytes.writeBytes(encoded);
    bytes.writeBytes(new byte[(UNIT - encoded.length % UNIT) % UNIT]);
    return this;
  }

  /** A text that may be missing, there. */
  XdrWriter optional(String value) {
    return number(1).text(value);
  }

  /** A text that may be missing, missing. */
  XdrWriter absent() {
    return number(0);
  }

  XdrWriter uuid(UUID value) {
    return hyper(value.getMostSignificantBits()).hyper(value.getLeastSignificantBits());
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
