package org.haas.switches;

import jakarta.ejb.Stateless;
import java.util.List;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/** Switches and their ports. For administrators. */
@Stateless
public class Switches {

  /** All switches by name, without their ports. */
  public List<SwitchView> list() {
    throw new IllegalStateException();
  }

  /**
   * One switch with its ports.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  public SwitchView show(Label switchName) {
    throw new IllegalStateException();
  }

  /**
   * Records a switch. Nothing is sent to it before a port is registered.
   *
   * @throws HaasException FORBIDDEN; DUPLICATE; BAD_ARGUMENT unknown type, setting or form
   */
  public SwitchView register(SwitchSpec spec) {
    throw new IllegalStateException();
  }

  /**
   * Forgets a switch without ports.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it has ports
   */
  public void delete(Label switchName) {
    throw new IllegalStateException();
  }

  /**
   * Enrols the SSH host key that the switch must show, in place of the one before.
   *
   * @param hostKey {@code <type> <base64>}, compared by an administrator with what the switch says
   *     of itself
   * @throws HaasException FORBIDDEN; NOT_FOUND; BAD_ARGUMENT
   */
  public SwitchView enrolHostKey(Label switchName, String hostKey) {
    throw new IllegalStateException();
  }

  /**
   * Reads the host key that the switch shows now, without logging in and without enrolling it. Goes
   * over the network.
   *
   * @return {@code <type> <base64>}
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it does not answer, or has no host key
   */
  public String scanHostKey(Label switchName) {
    throw new IllegalStateException();
  }

  /**
   * Records a port. It is parked and read at once (an operation); a {@link PortRole#PRESET} port is
   * only read.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; DUPLICATE; BAD_ARGUMENT a name that such a switch
   *     cannot have
   */
  public PortView registerPort(Label switchName, PortName port, PortRole role) {
    throw new IllegalStateException();
  }

  /**
   * Forgets a port that has no NIC.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it has a NIC, or is being written
   */
  public void deletePort(Label switchName, PortName port) {
    throw new IllegalStateException();
  }
}
