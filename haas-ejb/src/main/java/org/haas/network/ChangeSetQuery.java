package org.haas.network;

import java.util.Optional;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/**
 * Which change-sets, newest first, among those of the caller's projects; an administrator's are
 * all.
 *
 * @param state only those that stand there
 */
public record ChangeSetQuery(
    Optional<Label> project, Optional<ChangeSetState> state, PageRequest page) {}
