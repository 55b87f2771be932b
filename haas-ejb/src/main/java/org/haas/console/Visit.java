package org.haas.console;

import java.time.Instant;
import java.util.Optional;
import org.haas.access.Caller;

/**
 * How somebody watches.
 *
 * @param replay whether he wants to see what was said before he came
 * @param until when his login, or what he asked for, is over; empty: when he goes
 */
public record Visit(Caller caller, boolean replay, Optional<Instant> until) {}
