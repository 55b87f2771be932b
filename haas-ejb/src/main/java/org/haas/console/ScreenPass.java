package org.haas.console;

import java.time.Instant;
import java.util.Optional;
import org.haas.access.Caller;

/**
 * That somebody may open a screen now: made of a ticket that is used up.
 *
 * @param until when his login ends, if that is known
 */
public record ScreenPass(Place place, Caller caller, Optional<Instant> until) {}
