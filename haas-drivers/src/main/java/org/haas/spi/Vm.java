package org.haas.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A virtual machine as it shall be, or is.
 *
 * @param name what people call it
 * @param cpus 1 to 256
 * @param memoryBytes whole mebibytes, at least 16
 * @param nics in the order in which its system sees them; each MAC address once
 */
public record Vm(VmId id, Label name, int cpus, long memoryBytes, List<VmNic> nics) {
  private static final int MOST_CPUS = 256;
  private static final long MEBIBYTE = 1 << 20;
  private static final long LEAST_MEMORY = 16 * MEBIBYTE;
  private static final long MOST_MEMORY = MEBIBYTE * MEBIBYTE;
  private static final int MOST_NICS = 24;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public Vm {
    nics = List.copyOf(nics);
    if (cpus < 1 || cpus > MOST_CPUS) {
      throw new IllegalArgumentException("A virtual machine has 1 to 256 processors.");
    }
    if (memoryBytes < LEAST_MEMORY || memoryBytes > MOST_MEMORY || memoryBytes % MEBIBYTE != 0) {
      throw new IllegalArgumentException(
          "A virtual machine has 16 to 1048576 MiB of memory, no fractions.");
    }
    Set<MacAddress> macs = new HashSet<>();
    if (nics.size() > MOST_NICS || !nics.stream().allMatch(nic -> macs.add(nic.mac()))) {
      throw new IllegalArgumentException(
          "A virtual machine has at most 24 NICs, each with a MAC address of its own.");
    }
  }

  /** The same machine with other NICs. */
  public Vm with(List<VmNic> others) {
    return new Vm(id, name, cpus, memoryBytes, others);
  }
}
