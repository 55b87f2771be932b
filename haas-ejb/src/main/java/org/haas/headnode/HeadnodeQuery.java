package org.haas.headnode;

import java.util.Optional;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/**
 * Which headnodes, by name, among those of the caller's projects; an administrator's are all.
 *
 * @param text part of the name, any case
 * @param state only those that are so
 */
public record HeadnodeQuery(
    Optional<String> text,
    Optional<Label> project,
    Optional<HeadnodeState> state,
    PageRequest page) {}
