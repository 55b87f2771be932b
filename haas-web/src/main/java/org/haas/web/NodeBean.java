package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.network.AttachmentView;
import org.haas.network.Attachments;
import org.haas.node.NicView;
import org.haas.node.NodeState;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.operation.OperationQuery;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.operation.Operations;
import org.haas.operation.StepView;
import org.haas.page.PageRequest;
import org.haas.power.PowerControls;
import org.haas.spi.Channel;
import org.haas.spi.Label;

/** One node: its NICs, their networks, and what was done to them. */
@Named("node")
@ViewScoped
public class NodeBean implements Serializable {
  private static final int HISTORY = 20;
  private static final String MESSAGES = "messages";
  private static final String RELEASE = "release_node";

  @Inject private Nodes nodes;
  @Inject private Attachments attachments;
  @Inject private Operations operations;
  @Inject private PowerControls controls;
  @Inject private TopBean top;

  private String name;
  private transient NodeView view;
  private transient List<AttachmentView> networks;
  private transient List<OperationView> history;
  private transient List<StepView> steps;

  /** Reads everything that the page shows. */
  public void load() {
    Label label = label();
    view = nodes.show(label);
    networks = attachments.ofNodes(List.of(label));
    history =
        operations
            .list(
                new OperationQuery(
                    Optional.empty(),
                    Optional.of(label),
                    Optional.empty(),
                    Set.of(),
                    new PageRequest(0, HISTORY)))
            .items();
    steps = getRelease().map(release -> operations.steps(release.id())).orElse(List.of());
  }

  /** The node. */
  public NodeView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** Its NICs. */
  public List<NicRow> getNics() {
    return getView().nics().stream().map(this::row).toList();
  }

  private NicRow row(NicView nic) {
    List<AttachmentView> all =
        networks.stream().filter(attachment -> attachment.nic().equals(nic.name())).toList();
    return new NicRow(nic, on(all, true), on(all, false), last(nic));
  }

  private static List<AttachmentView> on(List<AttachmentView> all, boolean untagged) {
    return all.stream()
        .filter(attachment -> attachment.channel().equals(Channel.NATIVE) == untagged)
        .toList();
  }

  private Optional<OperationView> last(NicView nic) {
    return history.stream()
        .filter(operation -> operation.nic().equals(Optional.of(nic.name().value())))
        .findFirst()
        .filter(
            operation -> operation.state().isOpen() || operation.state() == OperationState.ERROR);
  }

  /**
   * What was last asked of its controller, if that is not over or failed; its release is shown by
   * steps.
   */
  public Optional<OperationView> getLastOfPower() {
    return getHistory().stream()
        .filter(operation -> Words.isOfPower(operation.action()))
        .findFirst()
        .filter(operation -> !operation.action().equals(RELEASE))
        .filter(
            operation -> operation.state().isOpen() || operation.state() == OperationState.ERROR);
  }

  /** Its release, if nothing was asked since. */
  public Optional<OperationView> getRelease() {
    return getHistory().stream()
        .filter(operation -> !operation.action().equals("call_maintenance"))
        .findFirst()
        .filter(operation -> operation.action().equals(RELEASE));
  }

  /** How far its release has come. */
  public List<StepView> getSteps() {
    getView();
    return steps;
  }

  /** Whether a project may use it: not when it is free, nor on its way there. */
  public boolean isUsed() {
    NodeState state = getView().state();
    return state == NodeState.RESERVED || state == NodeState.MAINTENANCE;
  }

  /** Has its release tried again at once. */
  public void retry() {
    attempt(() -> getRelease().ifPresent(release -> operations.retry(release.id())));
  }

  /** What was done to it, newest first. */
  public List<OperationView> getHistory() {
    getView();
    return history;
  }

  /** Whether the person may connect its NICs and give it back. */
  public boolean isMine() {
    return getView().mine();
  }

  /** Gives it to the project that the person works for. */
  public void reserve() {
    attempt(() -> nodes.reserve(Input.label("project", top.getProject()), label()));
  }

  /** Gives it back. */
  public void release() {
    attempt(() -> nodes.release(Optional.empty(), label()));
  }

  /** Frees it although its release cannot end. */
  public void force() {
    attempt(() -> controls.free(label()));
  }

  /** Takes a network off a NIC, later. */
  public void detach(String nic, String network) {
    attempt(
        () ->
            attachments.detach(label(), Input.label("nic", nic), Input.label("network", network)));
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
}
