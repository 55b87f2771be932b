package org.haas.operation;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.haas.config.HaasConfig;

/**
 * The batch job that works one queue: claims it, takes what is due, hands it to the handler in one
 * visit, and lingers with the visit open before it gives the queue back. All that matters is in the
 * database: killed at any moment, its successor runs the same operations again.
 */
@Named("queueWorker")
@Dependent
public class QueueWorker implements Batchlet {
  private static final System.Logger LOG = System.getLogger(QueueWorker.class.getName());
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

  @Inject
  @BatchProperty(name = "queue")
  private String queue;

  @Inject private QueueStore queues;
  @Inject private Journal journal;
  @Inject private Lookout lookout;
  @Inject private Bells bells;
  @Inject private Handlers handlers;
  @Inject private HaasConfig config;

  private volatile boolean stopped;

  @Override
  public String process() {
    QueueId id = QueueId.parse(queue);
    Bells.Bell bell = bells.of(id);
    try {
      Optional<Claim> claim = queues.claim(id);
      if (claim.isEmpty()) {
        return "BUSY";
      }
      return work(claim.get(), bell);
    } finally {
      bells.remove(id, bell);
    }
  }

  private String work(Claim claim, Bells.Bell bell) {
    try (Visits visits = handlers.visits(claim)) {
      long idleSince = System.nanoTime();
      while (!stopped && !bells.areClosing() && claim.holds()) {
        List<Operation> due = lookout.allowed(journal.take(claim));
        if (!due.isEmpty()) {
          visits.run(due);
          idleSince = System.nanoTime();
        } else if (System.nanoTime() - idleSince < config.queueLinger().toNanos()) {
          bell.await(LONGEST_NAP);
        } else if (queues.release(claim)) {
          return "EMPTY";
        }
      }
    } catch (ClaimLostException lost) {
      LOG.log(INFO, lost.getMessage());
      return "LOST";
    } catch (RuntimeException unexpected) {
      LOG.log(ERROR, "queue " + queue + " stopped; it is taken up again", unexpected);
      bell.await(LONGEST_NAP);
    }
    queues.abandon(claim);
    return "STOPPED";
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
