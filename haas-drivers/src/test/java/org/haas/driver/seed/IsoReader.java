package org.haas.driver.seed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the files of an ISO 9660 disk by their Rock Ridge names, from the big-endian halves of its
 * numbers: the writer's test. That Linux reads it too is shown by the machines that boot.
 */
public final class IsoReader {
  private static final int SECTOR = 2048;
  private static final int DESCRIPTOR = 16 * SECTOR;

  private IsoReader() {}

  /** The files, by their names. */
  public static Map<String, byte[]> read(byte[] disk) {
    ByteBuffer bytes = ByteBuffer.wrap(disk).order(ByteOrder.BIG_ENDIAN);
    if (!ascii(disk, DESCRIPTOR + 1, 5).equals("CD001")
        || bytes.getInt(DESCRIPTOR + 84) * SECTOR != disk.length) {
      throw new IllegalArgumentException("no ISO 9660");
    }
    int folder = bytes.getInt(DESCRIPTOR + 156 + 6) * SECTOR;
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int at = folder; disk[at] != 0; at += disk[at] & 0xff) {
      boolean isFolder = (disk[at + 25] & 2) != 0;
      if (!isFolder) {
        int start = bytes.getInt(at + 6) * SECTOR;
        files.put(name(disk, at), Arrays.copyOfRange(disk, start, start + bytes.getInt(at + 14)));
      }
    }
    return files;
  }

  private static String name(byte[] disk, int record) {
    int identifier = disk[record + 32];
    int at = record + 33 + identifier + (identifier + 1) % 2;
    while (!ascii(disk, at, 2).equals("NM")) {
      at += disk[at + 2];
    }
    return ascii(disk, at + 5, disk[at + 2] - 5);
  }

  private static String ascii(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.US_ASCII);
  }
}
