package org.haas.network;

import java.util.List;
import java.util.Optional;
import org.haas.spi.Channel;
import org.haas.spi.Label;

/**
 * What is wanted of a NIC.
 *
 * @param networks each once
 */
public record Wish(Label node, Label nic, Mode mode, List<On> networks) {
  /** How the networks are meant. */
  public enum Mode {
    /** These and no others. */
    EXACTLY,
    /** These besides what is there. */
    ADD,
    /** These no more. */
    REMOVE
  }

  /**
   * A network on a channel.
   *
   * @param channel empty: native; of no meaning for {@link Mode#REMOVE}
   */
  public record On(Label network, Optional<Channel> channel) {
    @Override
    public String toString() {
      return network + channel.map(where -> "@" + where).orElse("");
    }
  }

  /** Copies the networks. */
  public Wish {
    networks = List.copyOf(networks);
  }

  @Override
  public String toString() {
    return "%s %s %s %s".formatted(node, nic, mode, networks);
  }
}
