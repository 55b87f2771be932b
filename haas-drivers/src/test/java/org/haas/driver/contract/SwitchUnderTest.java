package org.haas.driver.contract;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;

/** A switch as it comes from the factory, reached over a real connection. */
public interface SwitchUnderTest extends AutoCloseable {

  /** The driver to test. */
  SwitchDriver driver();

  /** How to log in; no time-out may be longer than a few seconds. */
  SwitchEndpoint endpoint();

  /** At least 20 ports that nobody has configured yet. */
  List<PortName> ports();

  /** A port of a right form that the switch does not have. */
  PortName unknownPort();

  /** What frames really pass at the ports now, found out without the driver. */
  Map<PortName, PortConfig> carried();

  /**
   * What is not as it should be and does not show in {@link #carried}, in words; such as two ports
   * that are parked in the same VLAN. Asked when all ports are as a driver left them.
   */
  default List<String> faults() {
    return List.of();
  }

  /** Configures the port behind everybody's back, in any way that the switch takes. */
  void disturb(PortName port, Random random);

  /** How many lines the switch was sent after logins. */
  long linesHeard();

  /** From now on it takes connections but no more answers, or is well again. */
  void hang(boolean on);

  /** Takes the power away and gives it back: what was not saved may be gone. */
  void powerCycle();

  @Override
  void close();
}
