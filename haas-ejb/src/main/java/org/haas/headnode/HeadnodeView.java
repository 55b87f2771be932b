package org.haas.headnode;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.spi.Label;

/**
 * A headnode, for its project.
 *
 * @param id never used again
 * @param started whether it was ever to be started
 * @param hypervisor where it is, for an administrator only
 */
public record HeadnodeView(
    Label name,
    Label project,
    UUID id,
    HeadnodeState state,
    boolean started,
    Label image,
    int cpus,
    int memoryMib,
    int diskGib,
    String hostName,
    Optional<Label> hypervisor,
    List<HnicView> nics) {
  /** Copies the NICs. */
  public HeadnodeView {
    nics = List.copyOf(nics);
  }

  HeadnodeView with(List<HnicView> its) {
    return new HeadnodeView(
        name,
        project,
        id,
        state,
        started,
        image,
        cpus,
        memoryMib,
        diskGib,
        hostName,
        hypervisor,
        its);
  }
}
