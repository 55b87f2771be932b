package org.haas.headnode;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Asks for looks at hypervisors whose time has come, in whichever instance is first. */
@Singleton
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HypervisorWatch {
  @Inject private SightStore sights;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void ask() {
    sights.ask();
  }
}
