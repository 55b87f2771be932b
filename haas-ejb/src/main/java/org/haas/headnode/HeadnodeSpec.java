package org.haas.headnode;

import java.util.List;
import java.util.Optional;
import org.haas.audit.InProject;
import org.haas.audit.Named;
import org.haas.spi.HostName;
import org.haas.spi.Label;
import org.haas.spi.SshKey;
import org.haas.spi.UserData;

/**
 * A headnode to make.
 *
 * @param keys whose holders may log in by SSH
 * @param start whether it is started once it is made
 */
public record HeadnodeSpec(
    Label name,
    Label project,
    Label image,
    Size size,
    HostName hostName,
    List<SshKey> keys,
    Optional<UserData> userData,
    boolean start)
    implements Named, InProject {
  /** Copies the keys. */
  public HeadnodeSpec {
    keys = List.copyOf(keys);
  }

  /**
   * What it has of its hypervisor.
   *
   * @param memoryMib in MiB
   * @param diskGib in GiB, never less than its image
   */
  public record Size(int cpus, int memoryMib, int diskGib) {
    /** The least that a usual system is content with. */
    public static final Size SMALL = new Size(1, 1024, 10);
  }

  @Override
  public Optional<Label> inProject() {
    return Optional.of(project);
  }
}
