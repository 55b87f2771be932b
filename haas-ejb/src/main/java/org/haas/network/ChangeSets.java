package org.haas.network;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.network.ChangeSetStore.Standing;
import org.haas.operation.Journal;
import org.haas.operation.Lookout;
import org.haas.page.Page;
import org.haas.project.Project;
import org.haas.switches.SwitchOperation;

/** Changes the networks of many NICs together: all of them, or none. First the plan. */
@Stateless
public class ChangeSets {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private ChangePlanner planner;
  @Inject private ChangeSetStore store;
  @Inject private ChangeSetSearch search;
  @Inject private Decisions decisions;
  @Inject private Journal journal;
  @Inject private Lookout lookout;
  @Inject private Clock clock;

  /**
   * What would be done, and nothing is.
   *
   * @throws HaasException as {@link #plan}
   */
  public ChangeSetView preview(ChangeSetSpec spec) {
    access.requireLogin();
    ChangePlanner.Plan plan = planner.plan(spec);
    return new ChangeSetView(
        Optional.empty(),
        ChangeSetState.PLANNED,
        plan.owner().label(),
        access.caller().username(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        plan.nics().stream().map(nic -> nic.view(access.isAdmin())).toList());
  }

  /**
   * Checks all of it and keeps the plan, to be applied or cancelled. NICs that have already what is
   * wanted are not in it.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; also NOT_FOUND a NIC has no port; PROJECT_MISMATCH a
   *     node is in no project, or its project may not use a network; BAD_ARGUMENT the nodes are of
   *     several projects, or a channel; BLOCKED a network or channel is in use on its NIC, an
   *     operation is open, or a switch cannot do it
   */
  @Audited("change-set.plan")
  public ChangeSetView plan(ChangeSetSpec spec) {
    access.requireLogin();
    UUID id = UUID.randomUUID();
    store.plan(id, planner.plan(spec), access.caller().username());
    return search.show(id);
  }

  /**
   * One, with its NICs.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public ChangeSetView show(UUID id) {
    access.requireLogin();
    return search.show(id);
  }

  /** Those of the caller's projects, newest first, without their NICs. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<ChangeSetView> list(ChangeSetQuery query) {
    access.requireLogin();
    return search.find(query);
  }

  /**
   * Does it, later. Returns at once; watch it, or the operations of its NICs.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE it was applied or cancelled already;
   *     PLAN_STALE what would be done now is not what was planned; BLOCKED HaaS only observes; as
   *     {@link #plan}
   */
  @Audited("change-set.apply")
  public ChangeSetView apply(UUID id) {
    access.requireLogin();
    lookout.requireTrust();
    ChangeSetView planned = search.show(id);
    Standing standing = locked(id);
    if (standing.state() != ChangeSetState.PLANNED) {
      throw illegal(id, standing, "only a planned one can be applied");
    }
    if (planned.nics().isEmpty()) {
      store.turn(standing.id(), ChangeSetState.COMMITTED, Optional.empty());
      return search.show(id);
    }
    ChangePlanner.Plan plan = planner.plan(store.spec(standing.id()));
    if (!store.isPlan(standing.id(), plan)) {
      throw new HaasException(
          ErrorCode.PLAN_STALE,
          "What change-set %s would do now is not what was planned; plan it again.".formatted(id));
    }
    store.turn(standing.id(), ChangeSetState.APPLYING, Optional.empty());
    store.leave(standing.id());
    store.come(standing.id(), plan.owner());
    plan.nics().forEach(nic -> ask(standing.id(), plan.owner(), nic));
    database.flush();
    store.asked(standing.id());
    return search.show(id);
  }

  /**
   * Takes back a planned one; one that is being applied is undone.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE it is decided
   */
  @Audited("change-set.cancel")
  public ChangeSetView cancel(UUID id) {
    access.requireLogin();
    Standing standing = locked(id);
    switch (standing.state()) {
      case PLANNED -> store.turn(standing.id(), ChangeSetState.CANCELLED, Optional.empty());
      case APPLYING ->
          decisions.turnBack(
              standing.id(), "%s cancelled it.".formatted(access.caller().username()));
      default -> throw illegal(id, standing, "it is decided");
    }
    return search.show(id);
  }

  private Standing locked(UUID id) {
    Standing standing = store.lock(id).orElseThrow(() -> HaasException.notFound("change-set", id));
    if (!access.mayUse(standing.projectId())) {
      throw HaasException.hidden("change-set", id);
    }
    return standing;
  }

  private void ask(long id, Project owner, NicPlan plan) {
    SwitchOperation operation =
        SwitchOperation.modify(
            plan.port(), subject(owner, plan), id, access.caller().username(), clock.instant());
    journal.enqueue(operation);
  }

  private static SwitchOperation.Subject subject(Project owner, NicPlan plan) {
    List<NicPlan.Place> changed = plan.coming().isEmpty() ? plan.going() : plan.coming();
    return new SwitchOperation.Subject(
        plan.nic().id(),
        plan.nic().label().value(),
        plan.nic().node().id(),
        plan.nic().node().label().value(),
        Optional.of(owner.id()),
        Optional.of(owner.label().value()),
        names(plan.coming()),
        names(plan.going()),
        changed.stream()
            .map(place -> place.channel().toString())
            .collect(Collectors.joining(", ")));
  }

  private static Optional<String> names(List<NicPlan.Place> places) {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            places.stream()
                .map(place -> place.network().label().value())
                .collect(Collectors.joining(", ")));
  }

  private static HaasException illegal(UUID id, Standing standing, String why) {
    return new HaasException(
        ErrorCode.ILLEGAL_STATE, "Change-set %s is %s; %s.".formatted(id, standing.state(), why));
  }
}
