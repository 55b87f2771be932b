package org.haas.network;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Asks for the checks of switches whose time has come, in whichever instance is first. */
@Singleton
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconcile {
  @Inject private CheckStore checks;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void ask() {
    checks.ask();
  }
}
