package org.haas.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.haas.config.HaasConfig;

/**
 * Operations and queues in the database: what is due, who works which queue, what became of it.
 * Claims are compared with the database's clock only.
 */
@ApplicationScoped
public class Journal {
  private static final int MOST_AT_ONCE = 256;

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;
  @Inject private Changes changes;
  @Inject private HaasConfig config;

  /** Puts an operation in its queue and wakes the queue's worker when the transaction commits. */
  @Transactional(TxType.MANDATORY)
  public void enqueue(Operation operation) {
    database.persist(operation);
    announce(operation);
    changes.announce(
        new Change(
            Change.Kind.QUEUE,
            operation.queue().toString(),
            Optional.empty(),
            OptionalLong.empty()));
  }

  /** Makes the queue, when its hardware is registered. */
  @Transactional(TxType.MANDATORY)
  public void openQueue(QueueId queue) {
    database
        .createNativeQuery("insert into work_queue (name) values (?1) on conflict do nothing")
        .setParameter(1, queue.toString())
        .executeUpdate();
  }

  /** Forgets the queue and cancels what is pending, when its hardware is forgotten. */
  @Transactional(TxType.MANDATORY)
  public void closeQueue(QueueId queue) {
    open(queue).forEach(operation -> operation.finish(OperationState.CANCELLED, clock.instant()));
    database
        .createNativeQuery("delete from work_queue where name = ?1")
        .setParameter(1, queue.toString())
        .executeUpdate();
  }

  /** Queues with due work that nobody works. */
  @Transactional
  public List<QueueId> waiting() {
    return strings(
            database.createNativeQuery(
                "select distinct o.queue from operation o join work_queue q on q.name = o.queue"
                    + " where o.state in ('PENDING', 'RUNNING')"
                    + " and (o.state = 'RUNNING' or o.not_before <= clock_timestamp())"
                    + " and "
                    + free()))
        .stream()
        .map(QueueId::parse)
        .toList();
  }

  /** Whether nobody works the queue: only then is a worker worth its start. */
  @Transactional
  public boolean isFree(QueueId queue) {
    return !database
        .createNativeQuery("select 1 from work_queue q where q.name = ?1 and " + free())
        .setParameter(1, queue.toString())
        .getResultList()
        .isEmpty();
  }

  /**
   * Claims the queue, if nobody has it. After a holder that did not release, waits out his claim
   * and the longest command that he may still have outstanding.
   */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Claim> claim(QueueId queue) {
    UUID holder = UUID.randomUUID();
    long asked = System.nanoTime();
    Duration length = config.queueClaim();
    List<?> fence =
        database
            .createNativeQuery(
                "update work_queue q set holder = ?1, fence = fence + 1, claim_until ="
                    + " clock_timestamp() + ?2 * interval '1 millisecond' where name = ?3 and "
                    + free()
                    + " returning fence")
            .setParameter(1, holder)
            .setParameter(2, length.toMillis())
            .setParameter(3, queue.toString())
            .getResultList();
    return fence.stream()
        .findFirst()
        .map(
            value ->
                new Claim(
                    queue,
                    holder,
                    ((Number) value).longValue(),
                    asked,
                    length.toNanos(),
                    this::renew));
  }

  /** Extends the claim; false when it is lost. */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean renew(Claim claim) {
    return database
            .createNativeQuery(
                "update work_queue set claim_until = clock_timestamp()"
                    + " + ?1 * interval '1 millisecond' where name = ?2 and holder = ?3"
                    + " and fence = ?4 and claim_until > clock_timestamp()")
            .setParameter(1, config.queueClaim().toMillis())
            .setParameter(2, claim.queue().toString())
            .setParameter(3, claim.holder())
            .setParameter(4, claim.fence())
            .executeUpdate()
        == 1;
  }

  /**
   * The operations that are due, made RUNNING: at most 256, oldest first, also those that a
   * predecessor left RUNNING.
   *
   * @throws ClaimLostException somebody else may have the queue
   */
  @Transactional(
      value = TxType.REQUIRES_NEW,
      dontRollbackOn = {})
  public List<Operation> take(Claim claim) {
    lock(claim);
    List<Long> due =
        longs(
            database
                .createNativeQuery(
                    "select id from operation where queue = ?1"
                        + " and state in ('PENDING', 'RUNNING')"
                        + " and (state = 'RUNNING' or not_before <= clock_timestamp())"
                        + " order by id limit "
                        + MOST_AT_ONCE
                        + " for update")
                .setParameter(1, claim.queue().toString()));
    if (due.isEmpty()) {
      return List.of();
    }
    List<Operation> operations =
        database
            .createQuery(
                "select o from Operation o where o.id in :ids order by o.id", Operation.class)
            .setParameter("ids", due)
            .getResultList();
    for (Operation operation : operations) {
      operation.start(clock.instant());
      announce(operation);
    }
    return operations;
  }

  /**
   * Locks the queue for the rest of the transaction, if the claim still holds. First statement of
   * every transaction that completes operations.
   *
   * @throws ClaimLostException it does not
   */
  @Transactional(TxType.MANDATORY)
  public void lock(Claim claim) {
    boolean holds =
        !database
            .createNativeQuery(
                "select fence from work_queue where name = ?1 and holder = ?2 and fence = ?3"
                    + " and claim_until > clock_timestamp() for update")
            .setParameter(1, claim.queue().toString())
            .setParameter(2, claim.holder())
            .setParameter(3, claim.fence())
            .getResultList()
            .isEmpty();
    if (!holds) {
      throw new ClaimLostException(claim);
    }
  }

  /** The operation has reached its end. */
  @Transactional(TxType.MANDATORY)
  public void done(Operation operation) {
    Operation own = database.find(Operation.class, operation.id());
    own.finish(OperationState.DONE, clock.instant());
    announce(own);
  }

  /**
   * The operation failed, with the hardware's words: tried again later, with growing waits, or
   * ERROR after the last attempt.
   *
   * @return where it stands now: PENDING or ERROR
   */
  @Transactional(TxType.MANDATORY)
  public OperationState failed(Operation operation, String words) {
    Operation own = database.find(Operation.class, operation.id());
    own.failed(words);
    if (own.attempts() >= config.switchAttempts()) {
      own.finish(OperationState.ERROR, clock.instant());
    } else {
      database.flush();
      long wait = config.switchBackoff().toMillis() << (own.attempts() - 1);
      database
          .createNativeQuery(
              "update operation set not_before = clock_timestamp() + ?1 * interval '1 millisecond'"
                  + " where id = ?2")
          .setParameter(1, wait)
          .setParameter(2, own.id())
          .executeUpdate();
    }
    announce(own);
    return own.state();
  }

  /** Takes back an operation that has not begun; false when it has. */
  @Transactional(TxType.MANDATORY)
  public boolean cancel(Operation operation) {
    Operation own = database.find(Operation.class, operation.id(), LockModeType.PESSIMISTIC_WRITE);
    if (own.state() != OperationState.PENDING) {
      return false;
    }
    own.finish(OperationState.CANCELLED, clock.instant());
    announce(own);
    return true;
  }

  /**
   * Gives the queue back, unless something is due.
   *
   * @return whether it was given back
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean release(Claim claim) {
    return database
            .createNativeQuery(
                "update work_queue set holder = null, claim_until = null where name = ?1"
                    + " and holder = ?2 and fence = ?3 and not exists (select 1 from operation o"
                    + " where o.queue = name and o.state in ('PENDING', 'RUNNING')"
                    + " and (o.state = 'RUNNING' or o.not_before <= clock_timestamp()))")
            .setParameter(1, claim.queue().toString())
            .setParameter(2, claim.holder())
            .setParameter(3, claim.fence())
            .executeUpdate()
        == 1;
  }

  /** Gives the queue back whatever is due: when this worker has to stop. */
  @Transactional(TxType.REQUIRES_NEW)
  public void abandon(Claim claim) {
    database
        .createNativeQuery(
            "update work_queue set holder = null, claim_until = null where name = ?1"
                + " and holder = ?2 and fence = ?3")
        .setParameter(1, claim.queue().toString())
        .setParameter(2, claim.holder())
        .setParameter(3, claim.fence())
        .executeUpdate();
  }

  /** Remembers that the hardware's running configuration is about to differ from the saved one. */
  @Transactional(TxType.MANDATORY)
  public void dirty(Claim claim) {
    lock(claim);
    database
        .createNativeQuery(
            "update work_queue set dirty_since = coalesce(dirty_since, clock_timestamp())"
                + " where name = ?1")
        .setParameter(1, claim.queue().toString())
        .executeUpdate();
  }

  /** The hardware's configuration was saved. */
  @Transactional(TxType.REQUIRES_NEW)
  public void saved(Claim claim) {
    lock(claim);
    database
        .createNativeQuery("update work_queue set dirty_since = null where name = ?1")
        .setParameter(1, claim.queue().toString())
        .executeUpdate();
  }

  /** Whether something was written and never saved. */
  @Transactional
  public boolean isDirty(QueueId queue) {
    return !database
        .createNativeQuery("select 1 from work_queue where name = ?1 and dirty_since is not null")
        .setParameter(1, queue.toString())
        .getResultList()
        .isEmpty();
  }

  private List<Operation> open(QueueId queue) {
    return database
        .createQuery(
            "select o from Operation o where o.queue = :queue and o.state in :open",
            Operation.class)
        .setParameter("queue", queue.toString())
        .setParameter("open", List.of(OperationState.PENDING, OperationState.RUNNING))
        .getResultList();
  }

  private void announce(Operation operation) {
    changes.announce(
        new Change(
            Change.Kind.OPERATION,
            operation.uuid().toString(),
            operation.node(),
            operation.projectId().map(OptionalLong::of).orElse(OptionalLong.empty())));
  }

  /** SQL: the queue {@code q} has no holder, or one who is certainly gone. */
  private String free() {
    return "(q.holder is null or q.claim_until + %d * interval '1 millisecond'"
            .formatted(config.switchTimeout().toMillis())
        + " < clock_timestamp())";
  }

  private static List<String> strings(jakarta.persistence.Query query) {
    List<?> found = query.getResultList();
    return found.stream().map(String::valueOf).toList();
  }

  private static List<Long> longs(jakarta.persistence.Query query) {
    List<?> found = query.getResultList();
    return found.stream().map(id -> ((Number) id).longValue()).toList();
  }
}
