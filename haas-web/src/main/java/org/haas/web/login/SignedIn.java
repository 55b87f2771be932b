package org.haas.web.login;

import java.security.Principal;
import org.haas.access.Caller;

/**
 * Who opened a connection that outlives its request.
 *
 * @param login the id of the HTTP session: when that ends, so does the connection
 */
public record SignedIn(Caller caller, String login) implements Principal {
  @Override
  public String getName() {
    return caller.username();
  }
}
