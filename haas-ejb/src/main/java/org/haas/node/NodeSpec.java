package org.haas.node;

import java.util.Map;
import java.util.Optional;
import org.haas.audit.Named;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/**
 * A node to register.
 *
 * @param metadata by label; each value a JSON text
 * @param bmc its management controller
 */
public record NodeSpec(Label name, Map<String, String> metadata, Optional<Bmc> bmc)
    implements Named {

  /** Copies the metadata. */
  public NodeSpec {
    metadata = Map.copyOf(metadata);
  }

  /**
   * A management controller.
   *
   * @param type such as {@code obmd}
   * @param endpoint where it is
   */
  public record Bmc(String type, String endpoint, Secret secret) {}
}
