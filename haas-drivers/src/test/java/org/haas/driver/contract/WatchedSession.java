package org.haas.driver.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;

/** A session whose changes are known to {@link Intents}. */
record WatchedSession(SwitchSession session, Intents intents) implements SwitchSession {
  @Override
  public Map<PortName, PortConfig> read(Collection<PortName> ports) {
    return session.read(ports);
  }

  @Override
  public void apply(List<PortChange> changes) {
    intents.intend(changes);
    session.apply(changes);
    intents.look();
  }

  @Override
  public void save() {
    session.save();
    intents.look();
  }

  @Override
  public void retire(Set<VlanId> vlans) {
    session.retire(vlans);
    intents.look();
  }

  @Override
  public void close() {
    session.close();
  }
}
