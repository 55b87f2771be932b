package org.haas.spi;

/** An IEEE 802.1Q VLAN id, 1 to 4094 (0 and 4095 are not VLANs). */
public record VlanId(int value) implements Comparable<VlanId> {
  /** The smallest id of a VLAN. */
  public static final int MIN = 1;

  /** The largest id of a VLAN. */
  public static final int MAX = 4094;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException out of range
   */
  public VlanId {
    if (value < MIN || value > MAX) {
      throw new IllegalArgumentException("A VLAN id is a number from 1 to 4094.");
    }
  }

  /**
   * Reads a VLAN id as people write it: no sign, no leading zero, ASCII digits.
   *
   * @throws IllegalArgumentException not a decimal number from 1 to 4094
   */
  public static VlanId parse(String text) {
    if (text != null && text.matches("[1-9][0-9]{0,3}")) {
      return new VlanId(Integer.parseInt(text));
    }
    throw new IllegalArgumentException("A VLAN id is a number from 1 to 4094.");
  }

  @Override
  public int compareTo(VlanId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
