package org.haas.hook;

import org.haas.spi.Label;

/**
 * A webhook that was just made.
 *
 * @param secret what its calls are signed with; nobody can be told again
 */
public record NewWebhookView(Label name, String secret) {
  @Override
  public String toString() {
    return "webhook " + name;
  }
}
