package org.haas.operation;

import java.util.Optional;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/**
 * Which operations, newest first.
 *
 * @param project only this project's
 * @param node only this node's
 * @param open only those still to be done
 */
public record OperationQuery(
    Optional<Label> project, Optional<Label> node, boolean open, PageRequest page) {}
