package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.haas.network.NetworkSpec;
import org.haas.network.Networks;
import org.haas.network.Visibility;
import org.haas.spi.VlanId;

/** The dialog that makes a network. */
@Named("newNetwork")
@ViewScoped
public class NewNetworkBean implements Serializable {
  private static final String MESSAGES = "create-messages";

  @Inject private Networks networks;
  @Inject private TopBean top;

  private String name;
  private String owner;
  private boolean open;
  private String vlan;

  /** Opens the dialog, empty. */
  public void reset() {
    name = null;
    owner = top.getProject();
    open = false;
    vlan = null;
  }

  /** Makes it and goes to its page. */
  public void create() {
    if (Attempt.of(MESSAGES, () -> networks.create(spec()))) {
      Leave.to("/networks/" + name.strip());
    }
  }

  private NetworkSpec spec() {
    boolean forAdministrators = Input.text(owner).isEmpty();
    return new NetworkSpec(
        Input.label("name", name),
        Input.text(owner).map(text -> Input.label("owner", text)),
        forAdministrators && open ? Visibility.PUBLIC : Visibility.SHARED,
        Set.of(),
        forAdministrators
            ? Input.text(vlan).map(text -> Input.value("vlan", text, VlanId::parse))
            : Optional.empty());
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public boolean isOpen() {
    return open;
  }

  public void setOpen(boolean open) {
    this.open = open;
  }

  public String getVlan() {
    return vlan;
  }

  public void setVlan(String vlan) {
    this.vlan = vlan;
  }
}
