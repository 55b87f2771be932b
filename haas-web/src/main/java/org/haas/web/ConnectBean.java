package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.network.Attachments;
import org.haas.network.NetworkQuery;
import org.haas.network.NetworkView;
import org.haas.network.Networks;
import org.haas.page.PageRequest;
import org.haas.spi.Channel;
import org.haas.spi.Label;

/** The dialog that connects a NIC of the node that is shown. */
@Named("connect")
@ViewScoped
public class ConnectBean implements Serializable {
  private static final String MESSAGES = "connect-messages";

  @Inject private NodeBean node;
  @Inject private Networks networks;
  @Inject private Attachments attachments;

  private String nic;
  private String network;
  private boolean tagged;
  private transient List<NetworkView> usable;

  /** Opens the dialog for that NIC. */
  public void open(String chosen) {
    nic = chosen;
    network = null;
    tagged = false;
    usable = null;
  }

  /** The networks that the node's project may use. */
  public List<NetworkView> getUsable() {
    if (usable == null) {
      Optional<Label> project = nic == null ? Optional.empty() : node.getView().project();
      usable =
          project.isEmpty()
              ? List.of()
              : networks
                  .list(
                      new NetworkQuery(
                          Optional.empty(), project, new PageRequest(0, PageRequest.MAX_LIMIT)))
                  .items();
    }
    return usable;
  }

  /** Connects, later; the node's page shows how it goes. */
  public void connect() {
    boolean accepted =
        Attempt.of(
            MESSAGES,
            () ->
                attachments.connect(
                    Input.label("node", node.getName()),
                    Input.label("nic", nic),
                    Input.label("network", network),
                    Optional.of(channel())));
    if (accepted) {
      node.load();
    }
  }

  private Channel channel() {
    if (!tagged) {
      return Channel.NATIVE;
    }
    return getUsable().stream()
        .filter(view -> view.name().value().equals(network))
        .flatMap(view -> view.channels().stream())
        .filter(Channel.Tagged.class::isInstance)
        .findFirst()
        .orElseThrow(
            () ->
                HaasException.badArgument(
                    "channel", network + " cannot be tagged here; choose untagged."));
  }

  public String getNic() {
    return nic;
  }

  public String getNetwork() {
    return network;
  }

  public void setNetwork(String network) {
    this.network = network;
  }

  public boolean isTagged() {
    return tagged;
  }

  public void setTagged(boolean tagged) {
    this.tagged = tagged;
  }
}
