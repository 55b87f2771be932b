package org.haas.headnode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.spi.Label;

/**
 * A hypervisor, for administrators. Never its secret.
 *
 * @param driverInstalled whether there is a driver for its type here
 * @param cpus of the host; 0 until it was read
 * @param roomMib the memory that headnodes can have there together
 * @param takenMib the memory of those that are there, running or not
 * @param freeDiskGib what new disks can grow to
 * @param headnodes how many are there
 * @param images its base images
 * @param readAt when that was read
 * @param error why it could not be read last
 */
public record HypervisorView(
    Label name,
    String type,
    String address,
    String username,
    Optional<String> hostKey,
    Map<String, String> settings,
    boolean driverInstalled,
    int cpus,
    long roomMib,
    long takenMib,
    long freeDiskGib,
    long headnodes,
    List<Label> images,
    Optional<Instant> readAt,
    Optional<String> error) {}
