package org.haas.headnode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haas.spi.BaseImage;
import org.haas.spi.HostCapacity;
import org.haas.spi.VmId;
import org.haas.spi.VmState;

/**
 * What a hypervisor said.
 *
 * @param found all that carries our mark
 * @param states of the machines among that
 */
record HostSeen(
    HostCapacity capacity, List<BaseImage> images, Set<VmId> found, Map<VmId, VmState> states) {}
