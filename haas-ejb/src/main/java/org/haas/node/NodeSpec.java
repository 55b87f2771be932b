package org.haas.node;

import java.util.Map;
import java.util.Optional;
import org.haas.audit.Named;
import org.haas.spi.Label;

/**
 * A node to register.
 *
 * @param metadata by label; each value a JSON text
 * @param bmc its management controller
 */
public record NodeSpec(Label name, Map<String, String> metadata, Optional<BmcSpec> bmc)
    implements Named {

  /** Copies the metadata. */
  public NodeSpec {
    metadata = Map.copyOf(metadata);
  }
}
