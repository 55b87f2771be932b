package org.haas.network;

import jakarta.ejb.Stateless;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.operation.OperationView;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/** Connects NICs to networks, and takes them off. */
@Stateless
public class Attachments {

  /**
   * Puts the NIC on the network, later. Returns at once; watch the operation.
   *
   * <p>Repeats safely: a second call while the first is open is BLOCKED, never doubled.
   *
   * @param channel {@code vlan/native}, or {@code vlan/<the network's id>}; empty: native
   * @throws HaasException NOT_FOUND, HIDDEN; also NOT_FOUND the NIC has no port; PROJECT_MISMATCH
   *     the node is in no project, or its project may not use the network; BLOCKED network or
   *     channel in use on this NIC, or an operation open, or the switch cannot do it; BAD_ARGUMENT
   *     the channel
   */
  public OperationView connect(Label node, Label nic, Label network, Optional<Channel> channel) {
    throw new IllegalStateException();
  }

  /**
   * Takes the network off the NIC, later. Returns at once; watch the operation.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; PROJECT_MISMATCH; BAD_ARGUMENT it is not connected;
   *     BLOCKED an operation is open
   */
  public OperationView detach(Label node, Label nic, Label network) {
    throw new IllegalStateException();
  }

  /**
   * Takes everything off the port's NIC and parks the port, later. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND no such port, or no NIC there; BLOCKED an operation
   *     is open
   */
  public OperationView revert(Label switchName, PortName port) {
    throw new IllegalStateException();
  }

  /**
   * What the NICs of these nodes are connected to, in one query; of nodes that the caller may not
   * see, nothing.
   */
  public List<AttachmentView> ofNodes(Collection<Label> nodes) {
    throw new IllegalStateException();
  }
}
