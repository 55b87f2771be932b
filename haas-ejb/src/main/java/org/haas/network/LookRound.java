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
import org.haas.config.HaasConfig;

/** Has the switches looked at whose time has come, each by one instance. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LookRound {
  private static final System.Logger LOG = System.getLogger(LookRound.class.getName());

  @Inject private LookStore looks;
  @Inject private LookHandler handler;
  @Inject private HaasConfig config;

  @Resource(lookup = "concurrent/haas-looks")
  private ManagedExecutorService executor;

  @Resource private SessionContext context;

  private final LookPlaces places = new LookPlaces();
  private LookRound self;

  @PostConstruct
  void know() {
    self = context.getBusinessObject(LookRound.class);
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void begin() {
    if (!config.reconcileLook().isZero()) {
      begin(false);
      begin(true);
    }
  }

  private void begin(boolean failing) {
    int left = places.left(failing);
    if (left > 0) {
      looks.due(failing, left).forEach(known -> begin(known, failing));
    }
  }

  private void begin(long known, boolean failing) {
    try {
      places.begin(known, failing, executor, () -> self.look(known));
    } catch (RuntimeException refused) { // such as an executor without a thread: the next has one
      LOG.log(WARNING, "no look at switch " + known + " could begin; tried again", refused);
      looks.soon(known);
    }
  }

  /** Looks at one, in an invocation of its own. */
  public void look(long known) {
    try {
      handler.look(known);
    } catch (RuntimeException failed) { // such as a database that is away: again in its time
      LOG.log(WARNING, "switch " + known + " was not looked at", failed);
    }
  }
}
