package org.haas.event;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened in a project.
 *
 * @param position its place: who has seen it has been told of everything with a smaller one
 * @param at when, by the database's clock
 * @param what such as {@code node.reserved} or {@code operation.done}
 * @param name the label of the thing; the UUID of an operation or a change-set
 * @param node the node that it concerns
 * @param actor who asked for the operation or change-set
 */
public record ProjectEventView(
    long position,
    Instant at,
    String what,
    String name,
    Optional<String> node,
    Optional<String> actor) {}
