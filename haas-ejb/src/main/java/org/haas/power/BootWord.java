package org.haas.power;

import java.util.Locale;
import org.haas.spi.BootDevice;

/** Boot devices as requests name them. */
public final class BootWord {
  private BootWord() {}

  /**
   * Reads {@code disk}, {@code pxe} or {@code none}.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static BootDevice parse(String word) {
    for (BootDevice device : BootDevice.values()) {
      if (of(device).equals(word)) {
        return device;
      }
    }
    throw new IllegalArgumentException("This is one of: disk, pxe, none.");
  }

  /** The word. */
  public static String of(BootDevice device) {
    return device.name().toLowerCase(Locale.ROOT);
  }
}
