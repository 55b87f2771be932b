package org.haas.network;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.config.HaasConfig;

/**
 * Has the switches looked at whose time has come, each by one instance. One that hangs keeps its
 * own place and no other's.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LookRound {
  private static final System.Logger LOG = System.getLogger(LookRound.class.getName());
  private static final int PLACES = 32;

  @Inject private CheckStore checks;
  @Inject private LookHandler handler;
  @Inject private HaasConfig config;

  @Resource(lookup = "concurrent/haas-bmc")
  private ManagedExecutorService executor;

  @Resource private SessionContext context;

  private final Set<Long> looking = ConcurrentHashMap.newKeySet();
  private LookRound self;

  @PostConstruct
  void know() {
    self = context.getBusinessObject(LookRound.class);
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void begin() {
    int places = PLACES - looking.size();
    if (config.reconcileLook().isZero() || places <= 0) {
      return;
    }
    for (long known : checks.toLook(places)) {
      if (looking.add(known)) {
        executor.execute(() -> self.look(known));
      }
    }
  }

  /** Looks at one, in an invocation of its own. */
  public void look(long known) {
    try {
      handler.look(known);
    } catch (RuntimeException failed) { // such as a database that is away: again in its time
      LOG.log(WARNING, "switch " + known + " was not looked at", failed);
    } finally {
      looking.remove(known);
    }
  }
}
