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
import java.util.Properties;

/**
 * Starts a queue's job, or wakes the one that runs: when a change is heard, and every second for
 * what a crash or a lost signal left. Whether a queue is worked is asked of the database only.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Kick {
  private static final System.Logger LOG = System.getLogger(Kick.class.getName());

  @Inject private Journal journal;
  @Inject private QueueStore queues;
  @Inject private UpkeepStore upkeep;
  @Inject private Lookout lookout;
  @Inject private Bells bells;
  @Inject private Changes changes;

  @Resource(lookup = "concurrent/haas")
  private ManagedExecutorService executor;

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
    bells.close();
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void findForgotten() {
    lookout.look();
    journal.waiting().forEach(this::wake);
  }

  private void wake(QueueId queue) {
    if (!bells.areClosing() && bells.ring(queue)) {
      executor.execute(() -> self.start(queue));
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
