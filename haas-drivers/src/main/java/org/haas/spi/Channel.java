package org.haas.spi;

/**
 * How a NIC carries a network: {@code vlan/native} (untagged frames) or {@code vlan/<id>} (frames
 * with that 802.1Q tag). The words are HIL's.
 */
public sealed interface Channel permits Channel.Native, Channel.Tagged {

  /** Untagged frames. */
  Channel NATIVE = new Native();

  /** Untagged frames: at most one network of a NIC. */
  record Native() implements Channel {
    @Override
    public String toString() {
      return "vlan/native";
    }
  }

  /** Frames with the tag {@code vlan}. */
  record Tagged(VlanId vlan) implements Channel {
    @Override
    public String toString() {
      return "vlan/" + vlan;
    }
  }

  /** The channel on which {@code vlan} comes tagged. */
  static Channel tagged(VlanId vlan) {
    return new Tagged(vlan);
  }

  /**
   * Reads {@code vlan/native} or {@code vlan/1} to {@code vlan/4094}.
   *
   * @throws IllegalArgumentException anything else
   */
  static Channel parse(String text) {
    if ("vlan/native".equals(text)) {
      return NATIVE;
    }
    if (text != null && text.matches("vlan/[1-9][0-9]{0,3}")) {
      return new Tagged(VlanId.parse(text.substring("vlan/".length())));
    }
    throw new IllegalArgumentException(
        "A channel is vlan/native or vlan/ and a VLAN id from 1 to 4094, such as vlan/235.");
  }
}
