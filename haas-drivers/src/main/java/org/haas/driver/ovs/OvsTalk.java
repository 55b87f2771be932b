package org.haas.driver.ovs;

import java.util.List;
import org.haas.spi.DriverException;

/** How an Open vSwitch is talked to: by its commands, or by its database. */
interface OvsTalk extends AutoCloseable {

  /**
   * All ports, at one moment.
   *
   * @throws DriverException UNREACHABLE, REFUSED, DEADLINE, as all methods here
   */
  OvsTable table(ParkingRange parking);

  /**
   * Writes whole rows; nothing when there are none. Returns when the switch has taken them over.
   *
   * @param removes whether a VLAN leaves one of the ports
   */
  void write(List<OvsPort> rows, boolean removes);

  /** Returns when no frame follows a flow of before the last VLAN left a port. */
  void calm();

  @Override
  void close();
}
