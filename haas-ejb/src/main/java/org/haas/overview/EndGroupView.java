package org.haas.overview;

import java.util.Optional;
import org.haas.spi.Label;

/**
 * Ends that belong together: those of a switch, the NICs of nodes, those of headnodes.
 *
 * @param switchName of ports
 * @param total how many there are
 * @param carrying how many carry networks, or come and go
 * @param changing how many have a change that waits or runs
 * @param uncertain how many are not known as they are now
 * @param wrong how many differ or failed
 */
public record EndGroupView(
    EndKind kind,
    Optional<Label> switchName,
    long total,
    long carrying,
    long changing,
    long uncertain,
    long wrong) {}
