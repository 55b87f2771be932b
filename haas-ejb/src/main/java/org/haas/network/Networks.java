package org.haas.network;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.page.Page;
import org.haas.spi.Label;

/** Networks and who may use them. */
@Stateless
public class Networks {

  /** The networks that the caller may see. */
  public Page<NetworkView> list(NetworkQuery query) {
    throw new IllegalStateException();
  }

  /**
   * One network.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public NetworkView show(Label network) {
    throw new IllegalStateException();
  }

  /**
   * Makes a network and gives it a VLAN. For members of the owner; without one for administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND, HIDDEN; DUPLICATE; BAD_ARGUMENT; BLOCKED the VLAN
   *     is not to be had; POOL_EMPTY
   */
  public NetworkView create(NetworkSpec spec) {
    throw new IllegalStateException();
  }

  /**
   * Deletes a network that nothing is connected to. For members of its owner.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN; BLOCKED it is connected
   */
  public void delete(Label network) {
    throw new IllegalStateException();
  }

  /**
   * Lets a project use the network. For members of its owner.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN; DUPLICATE it may already
   */
  public NetworkView grant(Label network, Label project) {
    throw new IllegalStateException();
  }

  /**
   * No longer lets a project use the network. For members of its owner, and of that project.
   *
   * @throws HaasException NOT_FOUND no such grant; HIDDEN; FORBIDDEN; BLOCKED nodes of the project
   *     are connected, or it is the owner
   */
  public NetworkView revoke(Label network, Label project) {
    throw new IllegalStateException();
  }

  /**
   * What is connected. All for administrators and members of the owner; others only with a project
   * of their own.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN
   */
  public List<AttachmentView> attachments(Label network, Optional<Label> project) {
    throw new IllegalStateException();
  }

  /** Of what is connected, that which the caller may see: of his own projects' nodes. */
  public List<AttachmentView> visibleAttachments(Label network) {
    throw new IllegalStateException();
  }
}
