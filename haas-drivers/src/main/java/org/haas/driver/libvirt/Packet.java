package org.haas.driver.libvirt;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One message of libvirt's protocol. Facts: libvirt's documentation of its RPC, and its
 * virnetprotocol.x.
 */
final class Packet {
  /** The longest that libvirt sends or takes, its length included. */
  static final int LONGEST = (16 << 20) + 4;

  static final int LENGTH_BYTES = 4;

  static final int CALL = 0;
  static final int REPLY = 1;
  static final int STREAM = 3;

  static final int OK = 0;
  static final int ERROR = 1;
  static final int CONTINUE = 2;

  private static final int PROGRAM = 0x20008086;
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 24;

  private final int procedure;
  private final int type;
  private final int serial;
  private final int status;
  private final byte[] payload;

  /**
   * @param procedure the number of the call that it belongs to
   * @param serial the number that the caller has given to that call
   */
  Packet(int procedure, int type, int serial, int status, byte[] payload) {
    this.procedure = procedure;
    this.type = type;
    this.serial = serial;
    this.status = status;
    this.payload = payload;
  }

  int procedure() {
    return procedure;
  }

  int type() {
    return type;
  }

  int serial() {
    return serial;
  }

  int status() {
    return status;
  }

  byte[] payload() {
    return payload;
  }

  byte[] bytes() {
    int length = LENGTH_BYTES + HEADER_BYTES + payload.length;
    ByteBuffer bytes = ByteBuffer.allocate(length).putInt(length).putInt(PROGRAM).putInt(VERSION);
    return bytes.putInt(procedure).putInt(type).putInt(serial).putInt(status).put(payload).array();
  }

  /**
   * Reads what follows the length.
   *
   * @throws IllegalArgumentException it is no such message
   */
  static Packet parse(byte[] rest) {
    XdrReader header = new XdrReader(rest);
    if (header.number() != PROGRAM || header.number() != VERSION) {
      throw new IllegalArgumentException("a message of another protocol");
    }
    return new Packet(
        header.number(),
        header.number(),
        header.number(),
        header.number(),
        Arrays.copyOfRange(rest, HEADER_BYTES, rest.length));
  }
}
