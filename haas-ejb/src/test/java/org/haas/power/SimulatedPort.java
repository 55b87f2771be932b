package org.haas.power;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.driver.sim.SimSwitch;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.worker.Doom;

/** A port of a simulated switch, behind its driver. */
final class SimulatedPort {
  static final Label SWITCH = new Label("sw-1");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SwitchEndpoint endpoint;
  private final PortName name;
  private final Doom doom;

  SimulatedPort(int simulator, int number, Doom doom) {
    endpoint =
        new SwitchEndpoint(
            SWITCH,
            "127.0.0.1",
            simulator,
            "",
            Secret.NONE,
            Optional.empty(),
            Map.of(),
            PATIENCE,
            () -> true);
    name = name(number);
    this.doom = doom;
  }

  static PortName name(int number) {
    return new PortName("gi1/0/" + (number + 1));
  }

  boolean isParked() {
    try (SwitchSession session = open()) {
      return session.read(List.of(name)).get(name).parked();
    }
  }

  void park() {
    bring(PortConfig.PARKED);
  }

  void bring(PortConfig wanted) {
    try (SwitchSession session = open()) {
      PortConfig read = session.read(List.of(name)).get(name);
      session.apply(List.of(new PortChange(name, read, wanted)));
      session.save();
    }
  }

  private SwitchSession open() {
    return doom.over(SwitchSession.class, new SimSwitch().open(endpoint));
  }
}
