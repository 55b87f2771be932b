package org.haas.operation;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.haas.config.HaasConfig;

/**
 * Starts a queue's job, or wakes the one that runs; queues of management controllers, which are
 * many and mostly wait, are served by a crew of threads instead. It does so when a change is heard,
 * and every second for what a crash or a lost signal left. Whether a queue is worked is asked of
 * the database only.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Kick {
  private static final System.Logger LOG = System.getLogger(Kick.class.getName());
  private static final Duration CREW_LINGER = Duration.ofSeconds(30);

  @Inject private Journal journal;
  @Inject private QueueStore queues;
  @Inject private UpkeepStore upkeep;
  @Inject private Lookout lookout;
  @Inject private Bells bells;
  @Inject private Changes changes;
  @Inject private Lineup lineup;
  @Inject private Shift shift;
  @Inject private HaasConfig config;

  @Resource(lookup = "concurrent/haas")
  private ManagedExecutorService executor;

  @Resource(lookup = "concurrent/haas-bmc")
  private ManagedExecutorService crew;

  @Resource private SessionContext context;

  private Kick self;

  @PostConstruct
  void listen() {
    self = context.getBusinessObject(Kick.class);
    lookout.look();
    bind();
    changes.watch(
        change -> {
          if (change.kind() == Change.Kind.QUEUE) {
            wake(QueueId.parse(change.name()));
          }
        });
  }

  /** Payara binds each EntityManager at its first use: here, not in some WAR. */
  private void bind() {
    QueueId none = new QueueId("none", 0);
    journal.waiting();
    queues.isFree(none);
    upkeep.isDirty(none);
  }

  @PreDestroy
  void end() {
    lineup.close().forEach(bells::remove);
    bells.close();
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void findForgotten() {
    lookout.look();
    journal.waiting().forEach(this::wake);
  }

  private void wake(QueueId queue) {
    if (bells.areClosing() || !bells.ring(queue)) {
      return;
    }
    if (!queue.isOfNode()) {
      executor.execute(() -> self.start(queue));
    } else if (lineup.add(queue)) {
      crew.execute(() -> self.serve());
    }
  }

  /** One of the crew that serves the lineup, in an invocation of his own, until nobody waits. */
  public void serve() {
    Optional<QueueId> next = lineup.next(CREW_LINGER);
    while (next.isPresent()) {
      turn(next.get());
      next = lineup.next(CREW_LINGER);
    }
  }

  private void turn(QueueId queue) {
    Bells.Bell bell = bells.of(queue);
    long from = System.nanoTime();
    try {
      bell.wasRung(); // whoever rang before now is served now
      shift.work(queue, bell, Duration.ZERO, () -> false);
    } catch (RuntimeException failed) { // such as a database that is away: found again by the timer
      LOG.log(WARNING, "queue " + queue + " had no turn; tried again", failed);
    } finally {
      bells.remove(queue, bell);
      lineup.done(queue, System.nanoTime() - from >= config.bmcTimeout().toNanos());
    }
    if (bell.wasRung() && bells.ring(queue)) {
      lineup.addAgain(queue);
    }
  }

  /**
   * Starts the queue's job, in an invocation of its own because the batch runtime asks for the
   * caller's; unless another instance works the queue: it has heard the same.
   */
  public void start(QueueId queue) {
    try {
      if (!queues.isFree(queue)) {
        bells.remove(queue);
        return;
      }
      Properties parameters = new Properties();
      parameters.setProperty("queue", queue.toString());
      BatchRuntime.getJobOperator().start("queue", parameters);
    } catch (RuntimeException notStarted) { // whatever it was: a bell that stays keeps others away
      bells.remove(queue);
      LOG.log(WARNING, "the job of queue " + queue + " did not start; tried again", notStarted);
    }
  }
}
