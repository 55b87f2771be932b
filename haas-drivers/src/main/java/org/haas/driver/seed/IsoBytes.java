package org.haas.driver.seed;

import java.io.ByteArrayOutputStream;

/** Bytes in the order and the forms of ISO 9660. */
final class IsoBytes {
  static final int SECTOR = 2048;

  private static final int SPACE = ' ';

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static int sectorsOf(byte[] content) {
    return (content.length + SECTOR - 1) / SECTOR;
  }

  IsoBytes number8(int value) {
    bytes.write(value);
    return this;
  }

  IsoBytes little16(int value) {
    return number8(value).number8(value >>> 8);
  }

  IsoBytes big16(int value) {
    return number8(value >>> 8).number8(value);
  }

  IsoBytes little32(int value) {
    return little16(value).little16(value >>> 16);
  }

  IsoBytes big32(int value) {
    return big16(value >>> 16).big16(value);
  }

  /** Either way round, for machines of both kinds. */
  IsoBytes both16(int value) {
    return little16(value).big16(value);
  }

  IsoBytes both32(int value) {
    return little32(value).big32(value);
  }

  IsoBytes text(String ascii) {
    return bytes(IsoImage.ascii(ascii));
  }

  IsoBytes padded(String ascii, int length) {
    text(ascii);
    for (int i = ascii.length(); i < length; i++) {
      bytes.write(SPACE);
    }
    return this;
  }

  IsoBytes bytes(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  IsoBytes zeros(int count) {
    bytes.writeBytes(new byte[count]);
    return this;
  }

  IsoBytes fillSector() {
    return zeros((SECTOR - bytes.size() % SECTOR) % SECTOR);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
