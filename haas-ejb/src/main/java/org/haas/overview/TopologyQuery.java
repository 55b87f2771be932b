package org.haas.overview;

import java.util.Optional;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/**
 * Which ends, among those that the caller may see.
 *
 * @param project only what it holds
 * @param network only where that network shall be
 * @param kind only those
 * @param switchName only its ports; for administrators
 */
public record TopologyQuery(
    Optional<Label> project,
    Optional<Label> network,
    Optional<EndKind> kind,
    Optional<Label> switchName,
    PageRequest page) {
  /** The same narrowed to a group, and a part of it. */
  public TopologyQuery of(EndKind only, Optional<Label> ofSwitch, PageRequest part) {
    return new TopologyQuery(project, network, Optional.of(only), ofSwitch, part);
  }
}
