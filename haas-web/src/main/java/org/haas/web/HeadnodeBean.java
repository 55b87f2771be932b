package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.headnode.HeadnodePower;
import org.haas.headnode.HeadnodeState;
import org.haas.headnode.HeadnodeView;
import org.haas.headnode.Headnodes;
import org.haas.headnode.HnicView;
import org.haas.operation.OperationQuery;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.operation.Operations;
import org.haas.operation.StepState;
import org.haas.operation.StepView;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/** One headnode: how it is, what is being done to it step by step, its NICs, and what was done. */
@Named("headnode")
@ViewScoped
public class HeadnodeBean implements Serializable {
  private static final int HISTORY = 20;
  private static final String MESSAGES = "messages";

  @Inject private Headnodes headnodes;
  @Inject private Operations operations;

  private String name;
  private String asked = "shutdown";
  private String typed;
  private boolean going;
  private transient HeadnodeView view;
  private transient List<OperationView> history;
  private transient List<StepView> steps;

  /** Reads everything that the page shows: a fixed number of statements. */
  public void load() {
    Label label = label();
    view = headnodes.show(label);
    going = view.state() == HeadnodeState.DELETING;
    history =
        operations
            .list(
                new OperationQuery(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(label),
                    Set.of(),
                    new PageRequest(0, HISTORY)))
            .items();
    steps = latest().map(operation -> operations.steps(operation.id())).orElse(List.of());
  }

  /** Reads it again, or leaves the page of one that was being removed and is gone. */
  public void look() {
    if (going && Attempt.of(this::load).isPresent()) {
      Leave.to("/headnodes");
    } else if (!going) {
      load();
    }
  }

  /** The headnode. */
  public HeadnodeView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** Its NICs, in the order in which its system sees them. */
  public List<HnicRow> getNics() {
    return getView().nics().stream().map(nic -> new HnicRow(nic, last(nic))).toList();
  }

  private Optional<OperationView> last(HnicView nic) {
    return history.stream()
        .filter(operation -> operation.nic().equals(Optional.of(nic.name().value())))
        .findFirst()
        .filter(
            operation -> operation.state().isOpen() || operation.state() == OperationState.ERROR);
  }

  /** What was done to it and its NICs, newest first. */
  public List<OperationView> getHistory() {
    getView();
    return history;
  }

  /** What was last asked of the headnode itself, if it is known still. */
  public Optional<OperationView> latest() {
    getView();
    return history.stream().filter(operation -> operation.nic().isEmpty()).findFirst();
  }

  /** The steps of that. */
  public List<StepView> getSteps() {
    getView();
    return steps;
  }

  /** How many of them are done. */
  public long getStepsDone() {
    return getSteps().stream().filter(step -> step.state() == StepState.DONE).count();
  }

  /** Whether something is being done to the headnode itself: then all else of it waits. */
  public boolean isBusy() {
    return latest().filter(operation -> operation.state().isOpen()).isPresent();
  }

  /** Starts it, soon. */
  public void start() {
    act("start");
  }

  /** Opens the question whether to do that to it. */
  public void ask(String action) {
    asked = action;
  }

  /** Does what was asked about. */
  public void confirm() {
    act(asked);
  }

  private void act(String action) {
    attempt(() -> headnodes.act(label(), HeadnodePower.parse(action)));
  }

  /** Goes on with the making of one that failed. */
  public void makeAgain() {
    attempt(() -> headnodes.createAgain(label()));
  }

  /** Removes it, soon, if its name was typed: what is on its disk is gone for good. */
  public void delete() {
    boolean removed =
        Attempt.of(
            "delete-messages",
            () -> {
              Input.same(name, typed);
              headnodes.delete(label());
            });
    if (removed) {
      load();
    }
  }

  private void attempt(Runnable action) {
    Attempt.of(MESSAGES, action);
    load();
  }

  Label label() {
    return Input.label("headnode", name);
  }

  /** What is asked about. */
  public String getAsked() {
    return asked;
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
