package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haas.headnode.HeadnodeView;
import org.haas.headnode.Headnodes;
import org.haas.network.AttachmentView;
import org.haas.network.NetworkView;
import org.haas.network.Networks;
import org.haas.network.ProofView;
import org.haas.network.Proofs;
import org.haas.network.Visibility;
import org.haas.spi.Label;

/** One network: who may use it, and what is connected. */
@Named("network")
@ViewScoped
public class NetworkBean implements Serializable {
  @Inject private Networks networks;
  @Inject private Proofs proofs;
  @Inject private Headnodes headnodes;

  private String name;
  private String project;
  private transient NetworkView view;
  private transient List<AttachmentView> connected;
  private transient ProofView proof;
  private transient List<NetworkHnicRow> hnics;

  /** Reads everything that the page shows. */
  public void load() {
    view = networks.show(label());
    connected = networks.visibleAttachments(label());
    proof = proofs.of(label());
    hnics = headnodes.onNetwork(label()).stream().flatMap(this::rows).toList();
  }

  private Stream<NetworkHnicRow> rows(HeadnodeView headnode) {
    return headnode.nics().stream()
        .filter(nic -> nic.network().equals(Optional.of(view.name())))
        .map(nic -> new NetworkHnicRow(headnode, nic));
  }

  /** The network. */
  public NetworkView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** What is connected, as far as the person may know. */
  public List<AttachmentView> getConnected() {
    getView();
    return connected;
  }

  /** Whether it is where it shall be, and nowhere else. */
  public ProofView getProof() {
    getView();
    return proof;
  }

  /** How many NICs are on it as they shall, whoever's. */
  public long getCarrying() {
    return getProof().others()
        + proof.carriers().stream()
            .filter(carrier -> carrier.standing() == ProofView.Standing.CARRIES)
            .count();
  }

  /** Where it is against what is wanted, as far as the person may know. */
  public List<ProofView.Carrier> getWrong() {
    return getProof().carriers().stream().filter(ProofView.Carrier::isWrong).toList();
  }

  /** The headnodes on it that the person may see, once for each of their NICs there. */
  public List<NetworkHnicRow> getHnics() {
    getView();
    return hnics;
  }

  /** How many connections there are that he may not see. */
  public long getHidden() {
    return Math.max(0, getView().attachments() - getConnected().size());
  }

  /** Whether everybody may use it. */
  public boolean isOpen() {
    return getView().visibility() == Visibility.PUBLIC;
  }

  /** Lets a project use it. */
  public void grant() {
    boolean granted =
        Attempt.of(
            "share-messages", () -> networks.grant(label(), Input.label("project", project)));
    if (granted) {
      project = null;
    }
    load();
  }

  /** No longer lets a project use it. */
  public void revoke(String granted) {
    Attempt.of("share-messages", () -> networks.revoke(label(), Input.label("project", granted)));
    load();
  }

  /** Deletes it and goes to the list. */
  public void delete() {
    if (Attempt.of("messages", () -> networks.delete(label()))) {
      Leave.to("/networks");
    }
  }

  private Label label() {
    return Input.label("network", name);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }
}
