package org.haas.maintenance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haas.operation.OperationState;
import org.haas.spi.Label;

/**
 * A machine in maintenance.
 *
 * @param since when it came
 * @param call the operation that tells the service of it; empty: it is forgotten
 * @param told where that stands
 * @param attempts how often the service did not take it
 * @param answer what the service answered last
 * @param answeredAt when
 */
public record StayView(
    Label node,
    Label project,
    Instant since,
    Optional<UUID> call,
    Optional<OperationState> told,
    int attempts,
    Optional<String> answer,
    Optional<Instant> answeredAt) {}
