package org.haas.overview;

import java.util.Optional;
import org.haas.page.PageRequest;

/**
 * Which projects, by name.
 *
 * @param text part of the name, any case
 * @param own only those that the caller is a member of: for an administrator, who sees all
 */
public record HoldingQuery(Optional<String> text, boolean own, PageRequest page) {}
