package org.haas.network;

import java.util.Optional;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/**
 * Which networks, by name, among those that the caller may see: public ones and those that his
 * projects may use.
 *
 * @param text part of the name, any case
 * @param usableBy only those that this project may use
 */
public record NetworkQuery(Optional<String> text, Optional<Label> usableBy, PageRequest page) {}
