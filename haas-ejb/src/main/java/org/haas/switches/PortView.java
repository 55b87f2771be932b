package org.haas.switches;

import java.time.Instant;
import java.util.Optional;
import org.haas.spi.PortName;

/**
 * A port as an administrator sees it.
 *
 * @param lastRead its configuration when it was last read, such as {@code native 100, tagged 101}
 * @param difference what the last check found wrong with it, in words; empty: nothing
 * @param differsSince when a check first found it so
 */
public record PortView(
    PortName name,
    PortRole role,
    PortState state,
    Optional<String> lastRead,
    Optional<Instant> readAt,
    Optional<String> difference,
    Optional<Instant> differsSince) {}
