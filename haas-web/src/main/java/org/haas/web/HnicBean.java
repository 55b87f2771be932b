package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.headnode.HeadnodeFields;
import org.haas.headnode.Hnics;
import org.haas.network.NetworkQuery;
import org.haas.network.NetworkView;
import org.haas.network.Networks;
import org.haas.page.PageRequest;

/** The NICs of the headnode of a page: the dialogs that add and connect one, and what goes. */
@Named("hnic")
@ViewScoped
public class HnicBean implements Serializable {
  private static final String NEW = "new-nic";
  private static final String CONNECT = "connect-messages";
  private static final Set<String> FIELDS = Set.of("name", "mac", "address");

  @Inject private HeadnodeBean headnode;
  @Inject private Hnics hnics;
  @Inject private Networks networks;

  private String name;
  private String mac;
  private String address;
  private String nic;
  private String network;
  private transient List<NetworkView> usable;

  /** Opens the dialog that adds one; proposes the first name of its kind that is free. */
  public void reset() {
    Set<String> taken =
        Set.copyOf(
            headnode.getView().nics().stream()
                .map(each -> each.name().value())
                .distinct()
                .toList());
    int number = 0;
    while (taken.contains("eth" + number)) {
      number++;
    }
    name = "eth" + number;
    mac = null;
    address = null;
  }

  /** Adds it. */
  public void create() {
    boolean added =
        Attempt.of(
            NEW,
            FIELDS,
            () ->
                hnics.create(
                    headnode.label(),
                    new FormDocument()
                        .text("name", name)
                        .text("mac", mac)
                        .text("address", address)
                        .read(HeadnodeFields::hnic)));
    if (added) {
      headnode.load();
    }
  }

  /** Opens the dialog that connects that one. */
  public void open(String chosen) {
    nic = chosen;
    network = null;
    usable = null;
  }

  /** The networks that the headnode's project may use; nothing is read before a dialog is open. */
  public List<NetworkView> getUsable() {
    if (usable == null) {
      usable =
          nic == null
              ? List.of()
              : networks
                  .list(
                      new NetworkQuery(
                          Optional.empty(),
                          Optional.of(headnode.getView().project()),
                          new PageRequest(0, PageRequest.MAX_LIMIT)))
                  .items();
    }
    return usable;
  }

  /** Connects it, later; the page shows how it goes. */
  public void connect() {
    boolean accepted =
        Attempt.of(
            CONNECT,
            () ->
                hnics.connect(
                    headnode.label(), Input.label("nic", nic), Input.label("network", network)));
    if (accepted) {
      headnode.load();
    }
  }

  /** Takes it off its network, later. */
  public void detach(String chosen) {
    attempt(() -> hnics.detach(headnode.label(), Input.label("nic", chosen)));
  }

  /** Opens the question whether to take it out of the machine. */
  public void ask(String chosen) {
    nic = chosen;
  }

  /** Takes the one out that was asked about, later. */
  public void delete() {
    attempt(() -> hnics.delete(headnode.label(), Input.label("nic", nic)));
  }

  private void attempt(Runnable action) {
    Attempt.of("messages", action);
    headnode.load();
  }

  public String getNic() {
    return nic;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getMac() {
    return mac;
  }

  public void setMac(String mac) {
    this.mac = mac;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getNetwork() {
    return network;
  }

  public void setNetwork(String network) {
    this.network = network;
  }
}
