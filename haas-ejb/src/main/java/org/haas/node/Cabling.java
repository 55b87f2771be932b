package org.haas.node;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/**
 * Which NIC is behind which port. For administrators. A cable changes only while the node is free
 * and the port carries nothing.
 */
@Stateless
public class Cabling {

  /**
   * The cables of a switch, by port.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  public List<CableView> ofSwitch(Label switchName) {
    throw new IllegalStateException();
  }

  /**
   * The NIC behind a port.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND no such switch or port
   */
  public Optional<CableView> ofPort(Label switchName, PortName port) {
    throw new IllegalStateException();
  }

  /**
   * Records that the NIC is behind the port.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; DUPLICATE the NIC has a port, or the port a NIC;
   *     BLOCKED the node is not free, or the port is not parked
   */
  public CableView connect(Label switchName, PortName port, Label node, Label nic) {
    throw new IllegalStateException();
  }

  /**
   * Records that nothing is behind the port any more.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND no such port, or no NIC there; BLOCKED the node is
   *     not free, or the port is not parked
   */
  public void disconnect(Label switchName, PortName port) {
    throw new IllegalStateException();
  }
}
