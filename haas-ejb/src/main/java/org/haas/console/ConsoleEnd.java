package org.haas.console;

import jakarta.enterprise.context.ApplicationScoped;
import org.haas.node.TenureEnd;

/**
 * A node is nobody else's while a console of its tenure is open anywhere. Who has it open hears of
 * the release by the change that is announced with it.
 */
@ApplicationScoped
public class ConsoleEnd implements TenureEnd {
  @Override
  public String goesOn() {
    return ConsoleStore.OPEN;
  }

  @Override
  public String reason() {
    return "its console is still open";
  }
}
