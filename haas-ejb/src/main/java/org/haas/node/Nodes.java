package org.haas.node;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.page.Page;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/** Machines and who holds them. */
@Stateless
public class Nodes {

  /** The nodes that the caller may see: free ones, his projects', all for an administrator. */
  public Page<NodeView> list(NodeQuery query) {
    throw new IllegalStateException();
  }

  /**
   * Names only: of all nodes (everybody who has logged in may know them, as in HIL), or the free
   * ones.
   */
  public List<Label> names(boolean freeOnly) {
    throw new IllegalStateException();
  }

  /**
   * One node.
   *
   * @throws HaasException NOT_FOUND; HIDDEN another project holds it
   */
  public NodeView show(Label node) {
    throw new IllegalStateException();
  }

  /**
   * The nodes that a project holds, by name.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public List<Label> ofProject(Label project) {
    throw new IllegalStateException();
  }

  /**
   * Records a machine; it is free. For administrators.
   *
   * @throws HaasException FORBIDDEN; DUPLICATE
   */
  public NodeView register(NodeSpec spec) {
    throw new IllegalStateException();
  }

  /**
   * Forgets a free machine without NICs. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it is held, or has NICs
   */
  public void delete(Label node) {
    throw new IllegalStateException();
  }

  /**
   * Records a NIC. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; DUPLICATE
   */
  public NodeView addNic(Label node, Label nic, MacAddress mac) {
    throw new IllegalStateException();
  }

  /**
   * Forgets a NIC of a free node. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED the node is held, or the NIC has a port
   */
  public void deleteNic(Label node, Label nic) {
    throw new IllegalStateException();
  }

  /**
   * Records a fact about the machine, in place of the one before. For administrators.
   *
   * @param value a JSON text
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  public NodeView setMetadata(Label node, Label label, String value) {
    throw new IllegalStateException();
  }

  /**
   * Forgets a fact. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  public void deleteMetadata(Label node, Label label) {
    throw new IllegalStateException();
  }

  /**
   * Gives a free node to the project. For its members.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED it is not free
   */
  public NodeView reserve(Label project, Label node) {
    throw new IllegalStateException();
  }

  /**
   * Gives the node back. For members of its project.
   *
   * @param project who must hold it; empty: whoever does
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED it is connected, has an open operation, or its
   *     OBM is enabled
   */
  public NodeView release(Optional<Label> project, Label node) {
    throw new IllegalStateException();
  }

  /**
   * Switches HIL's v0 power calls on or off. For members of its project.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public void enableObm(Label node, boolean enabled) {
    throw new IllegalStateException();
  }
}
