package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haas.error.ErrorCode;
import org.haas.error.Errors;
import org.haas.error.HaasException;
import org.haas.network.ChangeSetPortState;
import org.haas.network.ChangeSetSpec;
import org.haas.network.ChangeSetState;
import org.haas.network.ChangeSetView;
import org.haas.network.ChangeSets;
import org.haas.network.Connection;
import org.haas.network.PortPlanView;
import org.haas.network.Wish;

/** One change-set: what it does, how far it is, and what can be done with it. */
@Named("change")
@ViewScoped
public class ChangeBean implements Serializable {
  private static final String MESSAGES = "messages";

  @Inject private ChangeSets changes;

  private String name;
  private boolean stale;
  private transient ChangeSetView view;

  /** Reads everything that the page shows. */
  public void load() {
    view = changes.show(uuid());
  }

  /** The change-set. */
  public ChangeSetView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** Whether nothing was done yet. */
  public boolean isPlanned() {
    return getView().state() == ChangeSetState.PLANNED;
  }

  /** Whether it is on its way, for or back. */
  public boolean isMoving() {
    return switch (getView().state()) {
      case APPLYING, UNDOING, STUCK -> true;
      case PLANNED, CANCELLED, COMMITTED, UNDONE -> false;
    };
  }

  /** Whether it may still be turned round. */
  public boolean isApplying() {
    return getView().state() == ChangeSetState.APPLYING;
  }

  /** How many NICs have come as far as this one is going. */
  public long getArrived() {
    boolean back = getView().error().isPresent();
    return getView().nics().stream()
        .map(PortPlanView::state)
        .filter(
            state ->
                back
                    ? state == ChangeSetPortState.RESTORED
                    : state == ChangeSetPortState.WRITTEN || state == ChangeSetPortState.DONE)
        .count();
  }

  /** The NICs at each switch, for administrators; for everybody else all under an empty name. */
  public Map<String, List<PortPlanView>> getParts() {
    return getView().nics().stream()
        .collect(
            Collectors.groupingBy(
                nic -> nic.port().map(PortPlanView.Lines::switchName).orElse(""),
                TreeMap::new,
                Collectors.toList()));
  }

  /** Whether something has changed since the plan: it has to be planned again. */
  public boolean isStale() {
    return stale;
  }

  /** Does it. */
  public void apply() {
    stale = false;
    Attempt.of(MESSAGES, this::applyOrTell);
    load();
  }

  private void applyOrTell() {
    try {
      changes.apply(uuid());
    } catch (RuntimeException refused) {
      stale = Errors.view(refused).code() == ErrorCode.PLAN_STALE;
      throw refused;
    }
  }

  /** Takes it back, or undoes it. */
  public void cancel() {
    Attempt.of(MESSAGES, () -> changes.cancel(uuid()));
    load();
  }

  /** Plans the same once more, and goes there. */
  public void planAgain() {
    UUID[] made = new UUID[1];
    if (Attempt.of(MESSAGES, () -> made[0] = changes.plan(wishes()).id().orElseThrow())) {
      Leave.to("/changes/" + made[0]);
    }
  }

  /** Where something only comes or only goes, what came meanwhile besides is left alone. */
  private ChangeSetSpec wishes() {
    return new ChangeSetSpec(getView().nics().stream().map(ChangeBean::wish).toList());
  }

  private static Wish wish(PortPlanView nic) {
    List<Connection> coming = without(nic.then(), nic.now());
    List<Connection> going = without(nic.now(), nic.then());
    if (going.isEmpty()) {
      return wish(nic, Wish.Mode.ADD, coming);
    }
    return coming.isEmpty()
        ? wish(nic, Wish.Mode.REMOVE, going)
        : wish(nic, Wish.Mode.EXACTLY, nic.then());
  }

  private static Wish wish(PortPlanView nic, Wish.Mode mode, List<Connection> networks) {
    return new Wish(
        nic.node(),
        nic.nic(),
        mode,
        networks.stream().map(on -> new Wish.On(on.network(), Optional.of(on.channel()))).toList());
  }

  private static List<Connection> without(List<Connection> all, List<Connection> these) {
    return all.stream().filter(one -> !these.contains(one)).toList();
  }

  private UUID uuid() {
    try {
      return UUID.fromString(name == null ? "" : name);
    } catch (IllegalArgumentException noId) {
      throw HaasException.notFound("change-set", name);
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
