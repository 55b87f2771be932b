package org.haas.driver.seed;

/** An entry of a folder, with what Rock Ridge adds to it. */
final class IsoRecord {
  private static final int FIXED_BYTES = 33;
  private static final int DATE_BYTES = 7;
  private static final int FOLDER_FLAG = 2;
  private static final int FOLDER_MODE = 0040555;
  private static final int FILE_MODE = 0100444;
  private static final int MODE_BYTES = 36;
  private static final int POINTER_BYTES = 7;
  private static final String EXTENSION = "RRIP_1991A";

  private final byte[] identifier;
  private final int sector;
  private final int size;
  private final boolean isFolder;
  private final IsoBytes extra = new IsoBytes();

  private IsoRecord(byte[] identifier, int sector, int size, boolean isFolder) {
    this.identifier = identifier;
    this.sector = sector;
    this.size = size;
    this.isFolder = isFolder;
  }

  /**
   * @param which 0 for itself, 1 for its parent
   */
  static IsoRecord folder(int sector, int size, int which) {
    return new IsoRecord(new byte[] {(byte) which}, sector, size, true);
  }

  static IsoRecord file(String shortName, int sector, int size) {
    return new IsoRecord(IsoImage.ascii(shortName), sector, size, false);
  }

  /** Only in the first entry of the first folder: there is Rock Ridge here. */
  IsoRecord withRockRidge() {
    extra.text("SP").number8(POINTER_BYTES).number8(1).number8(0xbe).number8(0xef).number8(0);
    withMode();
    extra.text("ER").number8(8 + EXTENSION.length()).number8(1);
    extra.number8(EXTENSION.length()).number8(0).number8(0).number8(1).text(EXTENSION);
    return this;
  }

  IsoRecord withMode() {
    extra.text("PX").number8(MODE_BYTES).number8(1).both32(isFolder ? FOLDER_MODE : FILE_MODE);
    extra.both32(isFolder ? 2 : 1).both32(0).both32(0);
    return this;
  }

  IsoRecord withName(String name) {
    extra.text("NM").number8(5 + name.length()).number8(1).number8(0).text(name);
    return withMode();
  }

  byte[] bytes() {
    IsoBytes record = new IsoBytes();
    int padding = (identifier.length + 1) % 2;
    byte[] added = extra.toByteArray();
    int length = FIXED_BYTES + identifier.length + padding + added.length;
    record.number8(length + length % 2).number8(0).both32(sector).both32(size).zeros(DATE_BYTES);
    record.number8(isFolder ? FOLDER_FLAG : 0).zeros(2).both16(1);
    record.number8(identifier.length).bytes(identifier).zeros(padding).bytes(added);
    return record.zeros(length % 2).toByteArray();
  }
}
