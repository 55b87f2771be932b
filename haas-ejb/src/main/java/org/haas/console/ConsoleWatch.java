package org.haas.console;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.annotation.PostConstruct;
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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.haas.node.BmcStore;
import org.haas.operation.Change;
import org.haas.operation.Changes;

/**
 * Looks after the open consoles: at once when a node changes hands or a membership is withdrawn,
 * and every second, because a signal may be lost.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConsoleWatch {
  private static final System.Logger LOG = System.getLogger(ConsoleWatch.class.getName());

  @Inject private Changes changes;
  @Inject private ConsoleHubs hubs;
  @Inject private ConsoleRelays relays;
  @Inject private ScreenRelays screens;
  @Inject private BmcStore controllers;

  @Resource(lookup = "concurrent/haas-consoles")
  private ManagedScheduledExecutorService executor;

  @Resource private ManagedThreadFactory threads;

  private final AtomicBoolean asked = new AtomicBoolean();
  private Changes.Subscription subscription;

  @PostConstruct
  void begin() {
    controllers.type(0); // Payara binds its database at its first use: here, not in some WAR
    hubs.begin(executor, threads);
    relays.begin(executor);
    screens.begin(threads);
    subscription = changes.watch(this::heard);
  }

  @PreDestroy
  void end() {
    subscription.close();
  }

  private void heard(Change change) {
    switch (change.kind()) {
      case NODE -> lookSoon();
      case HEADNODE -> {
        lookSoon();
        hubs.hurryHeadnodes();
      }
      case MEMBERSHIP -> executor.execute(this::lookAtViewers);
      case MISSED ->
          executor.execute(
              () -> {
                look();
                lookAtViewers();
              });
      case NETWORK, OPERATION, POWER, QUEUE -> {}
    }
  }

  /** One look serves all changes until it begins; none is needed where no console is open. */
  private void lookSoon() {
    if ((hubs.areOpen() || relays.areOpen() || screens.areOpen())
        && asked.compareAndSet(false, true)) {
      executor.execute(this::look);
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void look() {
    asked.set(false);
    safely(hubs::look);
    safely(relays::look);
    safely(screens::look);
  }

  private void lookAtViewers() {
    safely(hubs::lookAtViewers);
    safely(relays::lookAtViewers);
    safely(screens::look);
  }

  @Schedule(hour = "*", minute = "*/5", persistent = false)
  void tidy() {
    safely(hubs::tidy);
  }

  /** A failure now is no reason not to look again. */
  private static void safely(Runnable look) {
    try {
      look.run();
    } catch (IllegalStateException failed) {
      LOG.log(ERROR, "consoles were not looked after", failed);
    }
  }
}
