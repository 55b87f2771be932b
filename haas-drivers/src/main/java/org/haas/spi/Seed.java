package org.haas.spi;

import java.util.List;
import java.util.Optional;

/**
 * What a machine is told about itself when it starts (cloud-init's NoCloud).
 *
 * @param instance another one makes cloud-init do again what it does once in a machine's life
 * @param keys whose holders may log in by SSH
 * @param nics those that are configured; others are left alone
 */
public record Seed(
    VmId instance,
    HostName hostName,
    List<SshKey> keys,
    Optional<UserData> userData,
    List<SeedNic> nics) {
  private static final int MOST_KEYS = 50;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException too many keys
   */
  public Seed {
    keys = List.copyOf(keys);
    nics = List.copyOf(nics);
    if (keys.size() > MOST_KEYS) {
      throw new IllegalArgumentException("A headnode takes at most 50 SSH keys.");
    }
  }
}
