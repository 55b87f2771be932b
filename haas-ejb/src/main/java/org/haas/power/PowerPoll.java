package org.haas.power;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.haas.config.HaasConfig;

/**
 * Asks for the power of all machines, gently: each second those whose time has come, as many as
 * there are places. A controller that hangs keeps one place, and is asked more rarely.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PowerPoll {
  private static final System.Logger LOG = System.getLogger(PowerPoll.class.getName());

  @Inject private SightingStore store;
  @Inject private PollHandler handler;
  @Inject private HaasConfig config;

  @Resource(lookup = "concurrent/haas-bmc")
  private ManagedExecutorService executor;

  @Resource private SessionContext context;

  private final AtomicInteger asking = new AtomicInteger();
  private PowerPoll self;

  @PostConstruct
  void know() {
    self = context.getBusinessObject(PowerPoll.class);
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void ask() {
    int places = config.powerParallel() - asking.get();
    if (config.powerEvery().isZero() || places <= 0) {
      return;
    }
    for (long node : store.due(places)) {
      asking.incrementAndGet();
      executor.execute(() -> self.ask(node));
    }
  }

  /** Asks one, in an invocation of its own. */
  public void ask(long node) {
    try {
      handler.ask(node);
    } catch (RuntimeException failed) { // such as a database that is away: asked again in its time
      LOG.log(WARNING, "the power of node " + node + " was not read", failed);
    } finally {
      asking.decrementAndGet();
    }
  }
}
