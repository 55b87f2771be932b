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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.haas.config.HaasConfig;
import org.haas.error.Retried;

/**
 * Operations in the database: what is due, and what became of it. Who works which queue is in
 * {@link QueueStore}.
 */
@ApplicationScoped
public class Journal {
  private static final int MOST_AT_ONCE = 256;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;
  @Inject private Changes changes;
  @Inject private HaasConfig config;
  @Inject private QueueStore queues;

  /** Puts an operation in its queue and wakes the queue's worker when the transaction commits. */
  @Transactional(TxType.MANDATORY)
  public void enqueue(Operation operation) {
    database.persist(operation);
    announce(operation);
    wake(operation.queue());
  }

  private void wake(QueueId queue) {
    changes.announce(
        new Change(Change.Kind.QUEUE, queue.toString(), Optional.empty(), OptionalLong.empty()));
  }

  /** Forgets the queue and cancels what is pending, when its hardware is forgotten. */
  @Transactional(TxType.MANDATORY)
  public void closeQueue(QueueId queue) {
    open(queue).forEach(operation -> operation.finish(OperationState.CANCELLED, clock.instant()));
    queues.close(queue);
  }

  /** Queues with due work that nobody works. */
  @Transactional
  public List<QueueId> waiting() {
    return strings(
            database.createNativeQuery(
                "select distinct o.queue from operation o join work_queue q on q.name = o.queue where "
                    + QueueStore.DUE
                    + " and "
                    + queues.free()))
        .stream()
        .map(QueueId::parse)
        .toList();
  }

  /**
   * The operations that are due, made RUNNING: at most 256, oldest first, also those that a
   * predecessor left RUNNING.
   *
   * @throws ClaimLostException somebody else may have the queue
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  public List<Operation> take(Claim claim) {
    queues.lock(claim);
    List<Long> due =
        longs(
            database
                .createNativeQuery(
                    "select o.id from operation o where o.queue = ?1 and "
                        + QueueStore.DUE
                        + " order by o.id limit "
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
      wait(own, config.switchBackoff().multipliedBy(1L << (own.attempts() - 1)));
    }
    announce(own);
    return own.state();
  }

  /**
   * The operation failed, with the hardware's words, and is tried again however often it has: with
   * growing waits, a minute at most.
   */
  @Transactional(TxType.MANDATORY)
  public void failedForNow(Operation operation, String words) {
    Operation own = database.find(Operation.class, operation.id());
    own.failed(words);
    Duration wait = config.switchBackoff().multipliedBy(1L << Math.min(own.attempts() - 1, 6));
    wait(own, wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    announce(own);
  }

  /** The operation cannot be done, for a reason that trying again does not change: it is ERROR. */
  @Transactional(TxType.MANDATORY)
  public void refused(Operation operation, String words) {
    Operation own = database.find(Operation.class, operation.id());
    own.failed(words);
    own.finish(OperationState.ERROR, clock.instant());
    announce(own);
  }

  /** The operation has begun and is not over: it stays RUNNING, and goes on after that time. */
  @Transactional(TxType.MANDATORY)
  public void goesOn(Operation operation, Duration after) {
    wait(database.find(Operation.class, operation.id()), after);
  }

  /** As {@link #goesOn}, telling what it waits for. */
  @Transactional(TxType.MANDATORY)
  public void waits(Operation operation, String reason, Duration after) {
    Operation own = database.find(Operation.class, operation.id());
    own.waitsFor(reason);
    wait(own, after);
    announce(own);
  }

  /** The same of many, by one statement. */
  @Transactional(TxType.MANDATORY)
  public void waits(Collection<? extends Operation> operations, String reason, Duration after) {
    for (Operation operation : operations) {
      Operation own = database.find(Operation.class, operation.id());
      own.waitsFor(reason);
      announce(own);
    }
    notBefore(operations, after);
  }

  /** The operation goes on at once, whatever it waited for. */
  @Transactional(TxType.MANDATORY)
  public void hurry(Operation operation) {
    goesOn(operation, Duration.ZERO);
    wake(operation.queue());
  }

  /** The same of many, by one statement. */
  @Transactional(TxType.MANDATORY)
  public void hurry(Collection<? extends Operation> operations) {
    notBefore(operations, Duration.ZERO);
    operations.stream().map(Operation::queue).distinct().forEach(this::wake);
  }

  /** The operation is taken back, begun or not: what it was for is no more. */
  @Transactional(TxType.MANDATORY)
  public void drop(Operation operation) {
    Operation own = database.find(Operation.class, operation.id());
    own.finish(OperationState.CANCELLED, clock.instant());
    announce(own);
  }

  private void wait(Operation own, Duration time) {
    notBefore(List.of(own), time);
  }

  private void notBefore(Collection<? extends Operation> operations, Duration time) {
    if (operations.isEmpty()) {
      return;
    }
    database.flush();
    database
        .createNativeQuery(
            "update operation set not_before = clock_timestamp() + ?1 * interval '1 millisecond'"
                + " where id in (%s)"
                    .formatted(
                        operations.stream()
                            .map(operation -> String.valueOf(operation.id()))
                            .collect(Collectors.joining(","))))
        .setParameter(1, time.toMillis())
        .executeUpdate();
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

  private static List<String> strings(jakarta.persistence.Query query) {
    List<?> found = query.getResultList();
    return found.stream().map(String::valueOf).toList();
  }

  private static List<Long> longs(jakarta.persistence.Query query) {
    List<?> found = query.getResultList();
    return found.stream().map(id -> ((Number) id).longValue()).toList();
  }
}
