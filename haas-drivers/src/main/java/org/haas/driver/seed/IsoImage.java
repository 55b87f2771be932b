package org.haas.driver.seed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A disk with a few small files in one folder: ISO 9660 (ECMA-119) with their real names by Rock
 * Ridge (SUSP, RRIP 1.09). Nothing of it depends on time or place.
 */
final class IsoImage {
  private static final int SECTOR = IsoBytes.SECTOR;
  private static final int DESCRIPTOR_AT = 16;
  private static final int SMALL_TABLE_AT = 18;
  private static final int BIG_TABLE_AT = 19;
  private static final int FOLDER_AT = 20;
  private static final int FILES_AT = 21;
  private static final int TABLE_BYTES = 10;
  private static final int VERSION = 1;
  private static final int TERMINATOR = 255;
  private static final int DATES = 4;

  private final String label;
  private final Map<String, byte[]> files;

  /**
   * @param files by name, all together of less than a folder's sector of entries
   */
  IsoImage(String label, Map<String, byte[]> files) {
    this.label = label;
    this.files = files;
  }

  byte[] bytes() {
    IsoBytes image = new IsoBytes();
    image.zeros(DESCRIPTOR_AT * SECTOR);
    descriptor(image);
    image.number8(TERMINATOR).text("CD001").number8(VERSION).fillSector();
    image.number8(1).number8(0).little32(FOLDER_AT).little16(1).zeros(2).fillSector();
    image.number8(1).number8(0).big32(FOLDER_AT).big16(1).zeros(2).fillSector();
    folder(image);
    for (byte[] content : files.values()) {
      image.bytes(content).fillSector();
    }
    return image.toByteArray();
  }

  private void descriptor(IsoBytes image) {
    image.number8(1).text("CD001").number8(VERSION).zeros(1);
    image.padded("", 32).padded(label, 32).zeros(8);
    image.both32(sectors()).zeros(32).both16(1).both16(1).both16(SECTOR).both32(TABLE_BYTES);
    image.little32(SMALL_TABLE_AT).little32(0).big32(BIG_TABLE_AT).big32(0);
    image.bytes(IsoRecord.folder(FOLDER_AT, SECTOR, 0).bytes());
    image.padded("", 4 * 128 + 3 * 37);
    for (int date = 0; date < DATES; date++) {
      image.text("0".repeat(16)).number8(0);
    }
    image.number8(VERSION).fillSector();
  }

  private int sectors() {
    return FILES_AT + files.values().stream().mapToInt(IsoBytes::sectorsOf).sum();
  }

  private void folder(IsoBytes image) {
    image.bytes(IsoRecord.folder(FOLDER_AT, SECTOR, 0).withRockRidge().bytes());
    image.bytes(IsoRecord.folder(FOLDER_AT, SECTOR, 1).withMode().bytes());
    int at = FILES_AT;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey();
      int size = file.getValue().length;
      image.bytes(IsoRecord.file(shortName(name), at, size).withName(name).bytes());
      at += IsoBytes.sectorsOf(file.getValue());
    }
    image.fillSector();
  }

  /** For readers without Rock Ridge: eight of the letters and digits that ISO 9660 knows. */
  private static String shortName(String name) {
    String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return letters.substring(0, Math.min(letters.length(), 8)) + ".;1";
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
