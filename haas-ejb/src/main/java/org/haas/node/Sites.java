package org.haas.node;

import jakarta.ejb.Stateless;
import org.haas.error.HaasException;

/** The whole inventory at once. For administrators. */
@Stateless
public class Sites {

  /**
   * Brings the inventory to what the document says, all or nothing. Repeats safely: the second time
   * nothing changes. Never deletes.
   *
   * @param dryRun only tell the difference
   * @throws HaasException FORBIDDEN; BAD_ARGUMENT; BLOCKED a cable that may not change now
   */
  public SiteDifference apply(SiteDocument document, boolean dryRun) {
    throw new IllegalStateException();
  }
}
