package org.haas.web.live;

import java.security.Principal;
import org.haas.console.ConsoleTicket;
import org.haas.console.Visit;
import org.haas.web.login.SignedIn;

/** Who was let in to which console. */
record ConsoleVisitor(ConsoleTicket ticket, Visit visit, SignedIn signedIn) implements Principal {
  @Override
  public String getName() {
    return signedIn.getName();
  }
}
