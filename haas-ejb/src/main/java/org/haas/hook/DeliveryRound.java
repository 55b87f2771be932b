package org.haas.hook;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
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
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.haas.config.HaasConfig;
import org.haas.hook.DeliveryStore.Turn;

/**
 * Begins the deliveries whose time has come, each in one instance. Webhooks whose last call failed
 * have places of their own: however many hang, the others are told in time.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryRound {
  private static final System.Logger LOG = System.getLogger(DeliveryRound.class.getName());

  /** Together the executor's threads. */
  private static final int WELL = 12;

  private static final int FAILING = 4;

  @Inject private DeliveryStore store;
  @Inject private HaasConfig config;
  @Inject private Clock clock;

  @Resource(lookup = "concurrent/haas-hooks")
  private ManagedExecutorService executor;

  @Resource private SessionContext context;

  private final Semaphore well = new Semaphore(WELL);
  private final Semaphore failing = new Semaphore(FAILING);
  private DeliveryRound self;
  private Delivery delivery;

  @PostConstruct
  void prepare() {
    self = context.getBusinessObject(DeliveryRound.class);
    Reach reach = Reach.ofTenants(config.webhookNetworks());
    SignedPost post = new SignedPost(new Outbound(reach, config.webhookTimeout()), clock);
    delivery = new Delivery(store, post::tell);
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void begin() {
    try {
      begin(false, well);
      begin(true, failing);
    } catch (RuntimeException failed) { // such as a database that is away
      LOG.log(WARNING, "no webhook is told for a second", failed);
    }
  }

  private void begin(boolean ofFailing, Semaphore places) {
    int free = places.availablePermits();
    if (free > 0) {
      store.due(ofFailing, free).forEach(turn -> begin(turn, places));
    }
  }

  private void begin(Turn turn, Semaphore places) {
    places.acquireUninterruptibly();
    try {
      executor.execute(() -> deliver(turn, places));
    } catch (RuntimeException refused) { // its claim runs out, and it is begun again
      places.release();
      LOG.log(
          WARNING, "webhook " + turn.webhook() + " could not be told; again in a minute", refused);
    }
  }

  private void deliver(Turn turn, Semaphore places) {
    try {
      self.deliver(turn);
    } finally {
      places.release();
    }
  }

  /** Delivers, in an invocation of its own. */
  public void deliver(Turn turn) {
    try {
      delivery.deliver(turn);
    } catch (RuntimeException failed) { // its claim runs out, and it is begun again
      LOG.log(WARNING, "webhook " + turn.webhook() + " was not told; again in a minute", failed);
    }
  }
}
