package org.haas.driver.libvirt;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.spi.Label;
import org.haas.spi.VmId;
import org.haas.spi.VmPart;

/** The names of disks that are ours: volumes have no other place for a mark. */
final class VolumeNames {
  private static final String DISK = ".qcow2";
  private static final String SEED = ".seed.iso";

  private final String prefix;
  private final Pattern form;

  VolumeNames(Label owner) {
    prefix = "haas-" + owner + "-";
    form =
        Pattern.compile(
            Pattern.quote(prefix)
                + "([0-9a-f-]{36})("
                + Pattern.quote(DISK)
                + "|"
                + Pattern.quote(SEED)
                + ")");
  }

  String disk(VmId vm) {
    return prefix + vm + DISK;
  }

  String seed(VmId vm) {
    return prefix + vm + SEED;
  }

  /** Whose it is, and what; empty when it is not ours. */
  Optional<Map.Entry<VmId, VmPart>> meaning(String name) {
    Matcher matcher = form.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      VmPart part = matcher.group(2).equals(DISK) ? VmPart.DISK : VmPart.SEED;
      return Optional.of(Map.entry(VmId.parse(matcher.group(1)), part));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
