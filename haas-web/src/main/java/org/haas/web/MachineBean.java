package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.node.Cabling;
import org.haas.node.NicView;
import org.haas.node.NodeState;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/** One node of the inventory: its NICs and their cables. */
@Named("machine")
@ViewScoped
public class MachineBean implements Serializable {
  private static final String MESSAGES = "messages";

  @Inject private Access access;
  @Inject private Nodes nodes;
  @Inject private Cabling cabling;

  private String name;
  private String nic;
  private String mac;
  private transient NodeView view;

  /** Reads everything that the page shows. */
  public void load() {
    access.requireAdmin();
    view = nodes.show(label());
  }

  /** The node. */
  public NodeView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** Whether its hardware may change. */
  public boolean isFree() {
    return getView().state() == NodeState.FREE;
  }

  /** Records a NIC. */
  public void addNic() {
    boolean added =
        Attempt.of(
            "new-nic-messages",
            () ->
                nodes.addNic(
                    label(),
                    Input.label("nic", nic),
                    Input.value("mac", Input.text(mac).orElse(""), MacAddress::new)));
    if (added) {
      nic = null;
      mac = null;
    }
    load();
  }

  /** Forgets a NIC. */
  public void deleteNic(String gone) {
    attempt(() -> nodes.deleteNic(label(), Input.label("nic", gone)));
  }

  /** Records that no port is behind a NIC any more. */
  public void unplug(String unplugged) {
    Optional<NicView> known =
        getView().nics().stream()
            .filter(each -> each.name().value().equals(unplugged))
            .filter(each -> each.port().isPresent())
            .findFirst();
    attempt(
        () ->
            known.ifPresent(
                each ->
                    cabling.disconnect(
                        each.switchName().orElseThrow(), each.port().orElseThrow())));
  }

  /** Forgets the node and goes to the list. */
  public void delete() {
    if (Attempt.of(MESSAGES, () -> nodes.delete(label()))) {
      Navigation.go("/admin/inventory/nodes");
    }
  }

  private void attempt(Runnable action) {
    Attempt.of(MESSAGES, action);
    load();
  }

  private Label label() {
    return Input.label("node", name);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNic() {
    return nic;
  }

  public void setNic(String nic) {
    this.nic = nic;
  }

  public String getMac() {
    return mac;
  }

  public void setMac(String mac) {
    this.mac = mac;
  }
}
