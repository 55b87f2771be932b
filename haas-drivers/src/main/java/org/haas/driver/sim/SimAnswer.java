package org.haas.driver.sim;

import java.util.Collection;
import java.util.function.Supplier;

/** How a simulated switch answers one line. */
final class SimAnswer {
  private SimAnswer() {}

  /** Data lines and {@code ok}; or {@code error} and the reason. */
  static String to(Supplier<Collection<String>> command) {
    try {
      StringBuilder text = new StringBuilder();
      command.get().forEach(line -> text.append("= ").append(line).append('\n'));
      return text.append("ok\n").toString();
    } catch (SimRefusal | IllegalArgumentException refused) {
      return "error " + refused.getMessage() + "\n";
    }
  }
}
