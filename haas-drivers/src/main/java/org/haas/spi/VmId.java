package org.haas.spi;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id that HaaS gives a virtual machine, the same on every hypervisor and never used again. */
public record VmId(UUID value) implements Comparable<VmId> {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** A new one. */
  public static VmId random() {
    return new VmId(UUID.randomUUID());
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException anything else
   */
  public static VmId parse(String text) {
    if (text == null || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "The id of a virtual machine is a UUID in small letters, such as"
              + " 8d6f1c6e-3f0a-4f0e-9d8e-0f3b1c2d4e5f.");
    }
    return new VmId(UUID.fromString(text));
  }

  @Override
  public int compareTo(VmId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
