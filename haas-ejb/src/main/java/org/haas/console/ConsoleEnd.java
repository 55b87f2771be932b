package org.haas.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.haas.node.TenureEnd;

/**
 * A node is nobody else's while a console of its tenure is open anywhere. Who has it open hears of
 * the release by the change that is announced with it.
 */
@ApplicationScoped
public class ConsoleEnd implements TenureEnd {
  @Inject private ConsoleStore store;

  @Override
  public boolean ended(long nodeId, UUID tenure) {
    return store.isOver(nodeId, tenure);
  }

  @Override
  public String reason() {
    return "its console is still open";
  }
}
