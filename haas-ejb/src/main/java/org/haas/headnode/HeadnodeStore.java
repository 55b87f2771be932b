package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.haas.access.Access;
import org.haas.config.Seal;
import org.haas.error.HaasException;
import org.haas.operation.Change;
import org.haas.operation.Changes;
import org.haas.operation.Journal;
import org.haas.operation.OperationState;
import org.haas.operation.StepStore;
import org.haas.project.Project;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** Finds headnodes for the boundaries, and writes down what is asked of them. */
@ApplicationScoped
class HeadnodeStore {
  private static final List<OperationState> OPEN =
      List.of(OperationState.PENDING, OperationState.RUNNING);

  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private Journal journal;
  @Inject private StepStore steps;
  @Inject private Changes changes;
  @Inject private Seal seal;
  @Inject private Clock clock;

  /**
   * The headnode of that name, its row locked until the transaction ends. One that is being removed
   * is found when no other has the name.
   *
   * @throws HaasException NOT_FOUND; HIDDEN it is another project's
   */
  @Transactional(TxType.MANDATORY)
  Headnode locked(Label label) {
    Headnode found =
        database
            .createQuery("select h from Headnode h where h.label = :label", Headnode.class)
            .setParameter("label", label.value())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .min(HeadnodeStore::byPresence)
            .orElseThrow(() -> HaasException.notFound("headnode", label));
    if (!access.mayUse(found.projectId())) {
      throw HaasException.hidden("headnode", label);
    }
    return found;
  }

  private static int byPresence(Headnode one, Headnode other) {
    int present =
        Boolean.compare(
            one.state() == HeadnodeState.DELETING, other.state() == HeadnodeState.DELETING);
    return present == 0 ? Long.compare(other.id(), one.id()) : present;
  }

  /**
   * Writes down one that is to be made there, and asks for it.
   *
   * @throws HaasException DUPLICATE the name is taken
   */
  @Transactional(TxType.MANDATORY)
  HeadnodeOperation make(HeadnodeSpec spec, Project owner, long hypervisor) {
    Headnode made = new Headnode(spec, owner.id(), hypervisor);
    spec.userData()
        .map(data -> seal.close(new Secret(data.value()), made.userDataPlace()))
        .ifPresent(made::keep);
    database.persist(made);
    database.flush();
    return request(made, HeadnodeAction.CREATE, plan(spec.start()));
  }

  /** What it takes to make one; started ones are also started and seen up. */
  static List<String> plan(boolean start) {
    List<String> plan = new ArrayList<>(HeadnodeAction.CREATE.steps());
    if (start) {
      plan.add(HeadnodeStep.START.word());
      plan.add(HeadnodeStep.UP.word());
    }
    return plan;
  }

  /** The project that a headnode belongs to. */
  @Transactional(TxType.MANDATORY)
  Project owner(Headnode headnode) {
    return database.find(Project.class, headnode.projectId());
  }

  /** The NICs of a headnode, in the order in which its system sees them. */
  @Transactional(TxType.MANDATORY)
  List<Hnic> nics(Headnode headnode) {
    return database
        .createQuery("select n from Hnic n where n.headnode = :headnode order by n.id", Hnic.class)
        .setParameter("headnode", headnode)
        .getResultList();
  }

  /**
   * The NIC of that name; not one that is being taken out.
   *
   * @throws HaasException NOT_FOUND
   */
  @Transactional(TxType.MANDATORY)
  Hnic nic(Headnode headnode, Label label) {
    return nics(headnode).stream()
        .filter(nic -> nic.label().equals(label) && !nic.isLeaving())
        .findFirst()
        .orElseThrow(
            () -> HaasException.notFound("NIC", label + " of headnode " + headnode.label()));
  }

  /** Asks for it; refused by the database while another such operation is open. */
  @Transactional(TxType.MANDATORY)
  HeadnodeOperation request(Headnode headnode, HeadnodeAction action, List<String> plan) {
    HeadnodeOperation made =
        HeadnodeOperation.of(headnode, owner(headnode), action, by())
            .following(action == HeadnodeAction.DELETE ? Optional.empty() : newest(headnode));
    enqueue(made);
    steps.plan(made, plan);
    announce(headnode);
    return made;
  }

  /** Asks for a NIC to be as it shall be, once what is open of its headnode is over. */
  @Transactional(TxType.MANDATORY)
  HeadnodeOperation request(Hnic nic, Optional<Label> coming, Optional<Label> going) {
    Headnode headnode = nic.headnode();
    HeadnodeOperation made =
        HeadnodeOperation.of(nic, owner(headnode), coming, going, by()).following(newest(headnode));
    enqueue(made);
    announce(headnode);
    return made;
  }

  /** Asks for a hypervisor to be looked at. */
  @Transactional(TxType.MANDATORY)
  HeadnodeOperation check(Hypervisor hypervisor) {
    HeadnodeOperation made = HeadnodeOperation.check(hypervisor, by());
    enqueue(made);
    return made;
  }

  private void enqueue(HeadnodeOperation made) {
    journal.enqueue(made);
    database.flush();
  }

  private HeadnodeOperation.Request by() {
    return new HeadnodeOperation.Request(access.caller().username(), clock.instant());
  }

  private Optional<HeadnodeOperation> newest(Headnode headnode) {
    return open(headnode).stream().reduce((older, newer) -> newer);
  }

  /** What is open for the headnode and its NICs, oldest first. */
  @Transactional(TxType.MANDATORY)
  List<HeadnodeOperation> open(Headnode headnode) {
    return database
        .createQuery(
            "select o from HeadnodeOperation o where o.headnodeId = :headnode"
                + " and o.state in :open order by o.id",
            HeadnodeOperation.class)
        .setParameter("headnode", headnode.id())
        .setParameter("open", OPEN)
        .getResultList();
  }

  /** Asks for it to go; what else is open for it is taken back, begun or not. */
  @Transactional(TxType.MANDATORY)
  HeadnodeOperation remove(Headnode headnode) {
    List<HeadnodeOperation> open = open(headnode);
    if (headnode.state() == HeadnodeState.DELETING && !open.isEmpty()) {
      return open.get(0);
    }
    open.forEach(journal::drop);
    headnode.become(HeadnodeState.DELETING);
    database.flush();
    return request(headnode, HeadnodeAction.DELETE, HeadnodeAction.DELETE.steps());
  }

  /** Asks once more for it to be made; what was done is not done again. */
  @Transactional(TxType.MANDATORY)
  HeadnodeOperation makeAgain(Headnode headnode) {
    Optional<HeadnodeOperation> failed = failedCreation(headnode);
    headnode.become(HeadnodeState.CREATING);
    HeadnodeOperation made = request(headnode, HeadnodeAction.CREATE, plan(headnode.wasStarted()));
    failed.ifPresent(earlier -> steps.goOnFrom(made, earlier));
    return made;
  }

  /** What was last tried to make it, if that failed or was taken back. */
  private Optional<HeadnodeOperation> failedCreation(Headnode headnode) {
    return database
        .createQuery(
            "select o from HeadnodeOperation o where o.headnodeId = :headnode"
                + " and o.action = :create order by o.id desc",
            HeadnodeOperation.class)
        .setParameter("headnode", headnode.id())
        .setParameter("create", HeadnodeAction.CREATE.operation())
        .setMaxResults(1)
        .getResultStream()
        .filter(last -> last.state() != OperationState.DONE)
        .findFirst();
  }

  /** Tells who may see it that the headnode came, changed or went. */
  void announce(Headnode headnode) {
    changes.announce(
        new Change(
            Change.Kind.HEADNODE,
            headnode.label().value(),
            Optional.empty(),
            OptionalLong.of(headnode.projectId())));
  }
}
