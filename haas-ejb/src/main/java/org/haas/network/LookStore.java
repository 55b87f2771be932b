package org.haas.network;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haas.error.Retried;
import org.haas.operation.Journal;
import org.haas.operation.LookTimeStore;
import org.haas.operation.QueueId;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.switches.ContactStore;
import org.haas.switches.Port;
import org.haas.switches.Switch;
import org.haas.switches.SwitchOperation;

/** The short transactions of a look: whose time has come, what is news, who did not answer. */
@ApplicationScoped
class LookStore {
  private static final System.Logger LOG = System.getLogger(LookStore.class.getName());
  private static final String ITSELF = "haas";

  @PersistenceContext private EntityManager database;
  @Inject private CheckStore checks;
  @Inject private LookTimeStore times;
  @Inject private ContactStore contacts;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** The switches whose ports are to be looked at now, each told to one caller. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  List<Long> due(boolean failing, int most) {
    return times.due("switch", failing, most).stream().map(QueueId::target).toList();
  }

  /** A look that could not begin, or not tell what it saw, is done again before its time. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void soon(long switchId) {
    times.soon(QueueId.ofSwitch(switchId));
  }

  /**
   * Asks for a check if a port was found otherwise than is known of it, and nobody is at it. Else
   * nothing is written.
   *
   * @param begun when the first port was about to be read: what is known since is newer
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void found(long switchId, Instant begun, List<PortSeen> found) {
    answered(switchId);
    Map<Long, Port> known = known(switchId, begun);
    List<PortSeen> news = found.stream().filter(seen -> isNews(seen, known)).toList();
    List<PortSeen> still = news.stream().filter(seen -> !isOld(seen, begun, known)).toList();
    boolean wrong = !still.isEmpty() && !checks.untouched(still).isEmpty();
    if ((wrong && !check(switchId)) || still.size() < news.size()) {
      times.soon(QueueId.ofSwitch(switchId));
    }
  }

  private boolean check(long switchId) {
    Switch of = database.find(Switch.class, switchId);
    if (!times.mayCheck(of.queue())) {
      return false;
    }
    journal.enqueue(SwitchOperation.check(of, false, ITSELF, clock.instant()));
    return true;
  }

  /** The words of a switch that refuses may be others each time: that it does is told once. */
  private static boolean isNews(PortSeen seen, Map<Long, Port> known) {
    Optional<String> told =
        Optional.ofNullable(known.get(seen.work().portId())).flatMap(Port::difference);
    return seen.read().isEmpty() ? told.isEmpty() : !seen.wrong().equals(told);
  }

  /** Whether an operation or a check has read the port since. */
  private static boolean isOld(PortSeen seen, Instant begun, Map<Long, Port> known) {
    return Optional.ofNullable(known.get(seen.work().portId()))
        .filter(port -> port.readSince(begun))
        .isPresent();
  }

  private Map<Long, Port> known(long switchId, Instant begun) {
    return database
        .createQuery(
            "select p from Port p where p.owner.id = :owner"
                + " and (p.difference is not null or p.readAt >= :begun)",
            Port.class)
        .setParameter("owner", switchId)
        .setParameter("begun", begun)
        .getResultStream()
        .collect(Collectors.toMap(Port::id, Function.identity()));
  }

  private void answered(long switchId) {
    boolean again = times.succeeded(QueueId.ofSwitch(switchId));
    contacts.answered(switchId);
    if (again) {
      LOG.log(INFO, "switch {0} is looked at again", label(switchId));
    }
  }

  /**
   * The switch could not be looked at. While a worker has the queue he knows better whether it lets
   * us in: one that allows a single session does not let two in.
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void failed(long switchId, DriverException failure) {
    QueueId queue = QueueId.ofSwitch(switchId);
    if (times.failed(queue)) {
      LOG.log(
          WARNING,
          "switch {0} cannot be looked at, what is changed there is not seen: {1}",
          label(switchId),
          failure.getMessage());
    }
    if (failure.kind() != Kind.DEADLINE) {
      contacts.failedBeside(switchId, queue, failure.getMessage());
    }
  }

  private String label(long switchId) {
    return Optional.ofNullable(database.find(Switch.class, switchId))
        .map(known -> known.label().value())
        .orElse("that was deleted");
  }
}
