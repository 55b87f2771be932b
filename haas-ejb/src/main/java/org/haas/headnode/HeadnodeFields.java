package org.haas.headnode;

import java.util.List;
import java.util.Optional;
import org.haas.config.HeadnodeLimits;
import org.haas.document.Fields;
import org.haas.spi.HostName;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.SeedNic;
import org.haas.spi.SshKey;
import org.haas.spi.UserData;
import org.haas.spi.VmNic;

/** Headnodes, their NICs and limits as requests describe them. */
public final class HeadnodeFields {
  private static final int MOST_CPUS = 256;
  private static final int LEAST_MEMORY = 16;
  private static final int MOST_MEMORY = 1 << 20;
  private static final int MOST_DISK = 1 << 16;
  private static final int MOST_KEYS = 50;
  private static final int LONGEST_KEY = 4096;
  private static final MacAddress ANY = new MacAddress("02:00:00:00:00:00");

  private HeadnodeFields() {}

  /** A headnode to make. */
  public static HeadnodeSpec spec(Fields fields) {
    Label name = fields.label("name");
    return new HeadnodeSpec(
        name,
        fields.label("project"),
        fields.label("image"),
        size(fields),
        fields.optional("hostName", HostName::new).orElseGet(() -> HostName.of(name)),
        keys(fields),
        userData(fields),
        fields.optionalFlag("start").orElse(false));
  }

  private static HeadnodeSpec.Size size(Fields fields) {
    HeadnodeSpec.Size small = HeadnodeSpec.Size.SMALL;
    return new HeadnodeSpec.Size(
        fields.optionalNumber("cpus", 1, MOST_CPUS).orElse(small.cpus()),
        fields.optionalNumber("memoryMib", LEAST_MEMORY, MOST_MEMORY).orElse(small.memoryMib()),
        fields.optionalNumber("diskGib", 1, MOST_DISK).orElse(small.diskGib()));
  }

  private static List<SshKey> keys(Fields fields) {
    List<SshKey> keys = fields.values("keys", LONGEST_KEY, SshKey::new);
    if (keys.size() > MOST_KEYS) {
      throw fields.wrong("keys", "a headnode takes at most 50 SSH keys.");
    }
    return keys;
  }

  private static Optional<UserData> userData(Fields fields) {
    return fields
        .optionalLines("userData", UserData.MOST_BYTES)
        .map(
            text -> {
              try {
                return new UserData(text);
              } catch (IllegalArgumentException wrong) {
                throw fields.wrong("userData", wrong.getMessage());
              }
            });
  }

  /** A NIC to add. */
  public static HnicSpec hnic(Fields fields) {
    return new HnicSpec(
        fields.label("name"),
        fields.optional("mac", HeadnodeFields::mac),
        fields.optional("address", HeadnodeFields::address));
  }

  private static MacAddress mac(String text) {
    return VmNic.unplugged(new MacAddress(text)).mac();
  }

  private static String address(String text) {
    return new SeedNic(ANY, Optional.of(text)).address().orElseThrow();
  }

  /** What a project may have. */
  public static HeadnodeLimits limits(Fields fields) {
    return new HeadnodeLimits(
        limit(fields, "headnodes"),
        limit(fields, "cpus"),
        limit(fields, "memoryMib"),
        limit(fields, "diskGib"));
  }

  private static int limit(Fields fields, String name) {
    return fields
        .optionalNumber(name, 0, HeadnodeLimits.MOST)
        .orElseThrow(() -> fields.wrong(name, "this field is required."));
  }
}
