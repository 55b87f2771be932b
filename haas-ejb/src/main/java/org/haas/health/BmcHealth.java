package org.haas.health;

import java.time.Instant;
import java.util.Optional;
import org.haas.node.PowerView;
import org.haas.spi.Label;

/**
 * A management controller that fails, or whose machine has power although nobody holds it.
 *
 * @param power what it said last, and why it fails
 * @param failingSince empty: it answers
 */
public record BmcHealth(Label node, String type, PowerView power, Optional<Instant> failingSince) {}
