package org.haas.headnode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.spi.HostName;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** Things to try with. */
final class Examples {
  private static final long PROJECT = 3;
  private static final long HOST = 1;

  private Examples() {}

  static HeadnodeSpec spec(boolean start) {
    return new HeadnodeSpec(
        new Label("head"),
        new Label("physics"),
        new Label("tiny"),
        HeadnodeSpec.Size.SMALL,
        new HostName("head"),
        List.of(),
        Optional.empty(),
        start);
  }

  static Headnode head() {
    return new Headnode(spec(false), PROJECT, HOST);
  }

  static Hypervisor host() {
    return new Hypervisor(
        new HypervisorSpec(
            new Label("hv-1"),
            "sim",
            "127.0.0.1:7101",
            "it",
            Secret.NONE,
            Optional.empty(),
            Map.of("hypervisor", "h1")),
        Optional.empty());
  }
}
