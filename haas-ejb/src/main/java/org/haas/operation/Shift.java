package org.haas.operation;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One turn at one queue: claims it, takes what is due, hands it to the handler in one visit,
 * lingers with the visit open, and gives the queue back. All that matters is in the database:
 * killed at any moment, its successor runs the same operations again.
 */
@ApplicationScoped
class Shift {
  private static final System.Logger LOG = System.getLogger(Shift.class.getName());
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

  @Inject private QueueStore queues;
  @Inject private Journal journal;
  @Inject private Lookout lookout;
  @Inject private Bells bells;
  @Inject private Handlers handlers;

  /**
   * Works the queue until nothing is due.
   *
   * @param linger how long to wait then for what comes next
   * @param stopped whether to end before that
   * @return how it ended: BUSY (somebody else has the queue), EMPTY, LOST or STOPPED
   */
  String work(QueueId queue, Bells.Bell bell, Duration linger, BooleanSupplier stopped) {
    Optional<Claim> claim = queues.claim(queue);
    return claim.isEmpty() ? "BUSY" : work(claim.get(), bell, linger, stopped);
  }

  private String work(Claim claim, Bells.Bell bell, Duration linger, BooleanSupplier stopped) {
    try (Visits visits = handlers.visits(claim)) {
      long idleSince = System.nanoTime();
      while (!stopped.getAsBoolean() && !bells.areClosing() && claim.holds()) {
        List<Operation> due = lookout.allowed(journal.take(claim));
        if (!due.isEmpty()) {
          visits.run(due);
          if (linger.isZero() && queues.release(claim)) {
            return "EMPTY";
          }
          idleSince = System.nanoTime();
        } else if (System.nanoTime() - idleSince < linger.toNanos()) {
          bell.await(LONGEST_NAP);
        } else if (queues.release(claim)) {
          return "EMPTY";
        }
      }
    } catch (ClaimLostException lost) {
      LOG.log(INFO, lost.getMessage());
      return "LOST";
    } catch (RuntimeException unexpected) {
      LOG.log(ERROR, "queue " + claim.queue() + " stopped; it is taken up again", unexpected);
      bell.await(LONGEST_NAP);
    }
    queues.abandon(claim);
    return "STOPPED";
  }
}
