package org.haas.node;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.haas.access.Access;
import org.haas.audit.AuditTrail;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/** The whole inventory at once. For administrators. */
@Stateless
public class Sites {
  @Resource private SessionContext context;
  @Inject private Access access;
  @Inject private SiteImport site;
  @Inject private AuditTrail trail;

  /**
   * Brings the inventory to what the document says, all or nothing. Repeats safely: the second time
   * nothing changes. Never deletes.
   *
   * @param dryRun only tell the difference: it is made and rolled back, so that what is told is
   *     what would happen
   * @throws HaasException FORBIDDEN; BAD_ARGUMENT; BLOCKED a cable that may not change now
   */
  public SiteDifference apply(SiteDocument document, boolean dryRun) {
    access.requireAdmin();
    List<String> changes = site.apply(document, access.caller().username());
    if (dryRun) {
      context.setRollbackOnly();
    } else {
      record(changes);
    }
    return new SiteDifference(changes, !dryRun);
  }

  /**
   * The same, if it still changes what was shown and nothing else.
   *
   * @param shown the changes of a dry run of the same document
   * @throws HaasException FORBIDDEN; BAD_ARGUMENT; BLOCKED; CONFLICT it would change something else
   *     now
   */
  public SiteDifference applyShown(SiteDocument document, List<String> shown) {
    access.requireAdmin();
    List<String> changes = site.apply(document, access.caller().username());
    if (!changes.equals(shown)) {
      throw new HaasException(
          ErrorCode.CONFLICT,
          "The inventory was changed since the difference was shown; nothing was applied. Look at"
              + " the difference again.");
    }
    record(changes);
    return new SiteDifference(changes, true);
  }

  private void record(List<String> changes) {
    if (!changes.isEmpty()) {
      trail.record("site.apply", "", "site", String.join("; ", changes));
    }
  }
}
