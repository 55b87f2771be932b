package org.haas.console;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/** Who may watch and use the console of a headnode. */
@Stateless
public class HeadnodeConsoles {
  @Inject private Access access;
  @Inject private HeadnodeClaims headnodes;

  /**
   * Lets the caller in. For members of its project, and administrators.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED it is being removed
   */
  @Audited("console.open")
  public ConsoleTicket open(Label headnode) {
    return new ConsoleTicket(place(headnode));
  }

  /**
   * Refuses as {@link #open} would.
   *
   * @throws HaasException as {@link #open}
   */
  public void check(Label headnode) {
    place(headnode);
  }

  /**
   * Whose recording the caller may read.
   *
   * @throws HaasException as {@link #open}
   */
  @Audited("console.log")
  public ConsoleTicket log(Label headnode) {
    return new ConsoleTicket(place(headnode));
  }

  private Place place(Label headnode) {
    access.requireLogin();
    return headnodes.require(headnode, access::mayUse).place();
  }
}
