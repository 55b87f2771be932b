package org.haas.operation;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.haas.error.HaasException;

/**
 * Sees when the database went back in time: restored from a backup, or a replica that was behind.
 * Then the switches know networks that it does not, so HaaS only observes: nothing is written to
 * them and nothing is given away, in all instances, until an administrator has accepted what was
 * read from the switches.
 */
@ApplicationScoped
public class Lookout {
  private static final System.Logger LOG = System.getLogger(Lookout.class.getName());

  private WitnessFile file;
  private ObservationStore store;
  private volatile boolean observing;
  private final Object once = new Object();
  private long begunNanos = System.nanoTime();

  /** For CDI. */
  protected Lookout() {}

  @Inject
  Lookout(WitnessFile file, ObservationStore store) {
    this.file = file;
    this.store = store;
  }

  /** Compares the database with what was kept outside of it, and keeps what is newest now. */
  synchronized void look() {
    Optional<Witness> kept = file.read();
    ObservationStore.Sight sight = store.look(kept);
    boolean lost = kept.filter(witness -> witness.isLostIn(sight)).isPresent();
    if (lost && !sight.observing()) {
      String reason =
          "the database does not know operation %s, which was begun before"
              .formatted(kept.orElseThrow().uuid());
      LOG.log(ERROR, reason + "; nothing is written to switches until that is accepted");
      store.begin(reason);
    }
    observing = lost || sight.observing();
    if (!observing) {
      sight.newest().filter(newest -> !kept.equals(Optional.of(newest))).ifPresent(file::keep);
    }
  }

  /** Looks, unless somebody has begun to since then: one look serves all who wait for it. */
  private void lookSince(long asked) {
    synchronized (once) {
      if (begunNanos - asked <= 0) {
        begunNanos = System.nanoTime();
        look();
      }
    }
  }

  /** Of what is due, that which may be done now; called before the first line is sent. */
  List<Operation> allowed(List<Operation> due) {
    if (due.isEmpty()) {
      return due;
    }
    lookSince(System.nanoTime());
    return observing ? due.stream().filter(Operation::looks).toList() : due;
  }

  /** Whether HaaS only observes; at most a second old. */
  public boolean isObserving() {
    return observing;
  }

  /**
   * Refuses to give anything away while the database is not to be believed.
   *
   * @throws HaasException BLOCKED
   */
  public void requireTrust() {
    if (observing) {
      throw HaasException.blocked(
          "HaaS only observes, because its database went back in time: nothing is reserved, created"
              + " or connected until an administrator has accepted the drift report.");
    }
  }
}
