package org.haas.console;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.haas.access.Access;
import org.haas.access.CurrentCaller;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/** Who may open the screen of a headnode. */
@Stateless
public class Screens {
  @Inject private Access access;
  @Inject private CurrentCaller current;
  @Inject private HeadnodeClaims headnodes;
  @Inject private ScreenTicketStore tickets;

  /**
   * Lets the caller open it once, within half a minute. For members of its project, and
   * administrators.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED it is being removed, or does not run
   */
  @Audited("screen.open")
  public ScreenTicket admit(Label headnode) {
    access.requireLogin();
    HeadnodeClaims.Found found = headnodes.require(headnode, access::mayUse);
    if (!found.runs()) {
      throw HaasException.blocked(
          "Headnode %s does not run, so it has no screen; start it first.".formatted(headnode));
    }
    return tickets.write(new ScreenPass(found.place(), access.caller(), current.until()));
  }
}
