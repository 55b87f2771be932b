package org.haas.node;

import java.time.Instant;
import java.util.Optional;
import org.haas.spi.PowerState;

/**
 * What a machine's controller said last.
 *
 * @param readAt when; empty: it was never asked, or never answered
 * @param error why it could not be read last, in its words; {@code state} is from before then
 */
public record PowerView(PowerState state, Optional<Instant> readAt, Optional<String> error) {}
