package org.haas.network;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.config.HaasConfig;
import org.haas.spi.SwitchDriver;
import org.haas.switches.Drivers;
import org.haas.switches.SwitchStore;

/** Has every instance listen to the switches that tell by themselves what was changed there. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WatchRound {
  private static final System.Logger LOG = System.getLogger(WatchRound.class.getName());

  /** The executor's threads: each watch has one. What is not watched is looked at in its time. */
  private static final int PLACES = 64;

  @Inject private SwitchStore switches;
  @Inject private Drivers drivers;
  @Inject private LookRound looks;
  @Inject private HaasConfig config;

  @Resource(lookup = "concurrent/haas-watches")
  private ManagedExecutorService executor;

  private final Map<Long, SwitchListener> listening = new ConcurrentHashMap<>();

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void keep() {
    Map<Long, Integer> wanted = wanted();
    listening.forEach(
        (id, listener) -> {
          if (!Integer.valueOf(listener.version()).equals(wanted.get(id))) {
            listener.end();
          }
        });
    wanted.forEach(this::begin);
  }

  private Map<Long, Integer> wanted() {
    boolean looked = !config.reconcileLook().isZero() && !drivers.telling().isEmpty();
    return looked ? switches.versions(drivers.telling()) : Map.of();
  }

  /** Unless it is listened to, or there is no place; it is tried again in five seconds. */
  private void begin(long id, int version) {
    if (listening.containsKey(id) || listening.size() >= PLACES) {
      return;
    }
    SwitchListener listener = new SwitchListener(version, () -> looks.look(id));
    listening.put(id, listener);
    try {
      executor.execute(() -> listen(id, listener));
    } catch (RuntimeException refused) { // such as an executor without a thread
      listening.remove(id);
      LOG.log(WARNING, "switch " + id + " is not listened to; tried again", refused);
    }
  }

  private void listen(long id, SwitchListener listener) {
    try {
      SwitchDriver driver = drivers.find(switches.type(id)).orElseThrow();
      listener.listen(() -> driver.watch(switches.endpoint(id, () -> true)));
    } catch (RuntimeException failed) { // such as a database that is away, or a switch just deleted
      LOG.log(WARNING, "switch " + id + " was not listened to; tried again", failed);
    } finally {
      listening.remove(id);
    }
  }

  @PreDestroy
  void end() {
    listening.values().forEach(SwitchListener::end);
  }
}
