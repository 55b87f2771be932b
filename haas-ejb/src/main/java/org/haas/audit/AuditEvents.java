package org.haas.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.haas.access.Access;
import org.haas.error.HaasException;

/** What was changed, by whom, when and from where. For administrators. */
@Stateless
public class AuditEvents {
  @Inject private Access access;
  @Inject private AuditSearch search;

  /**
   * A part of the trail.
   *
   * @throws HaasException FORBIDDEN
   */
  public AuditPage list(AuditQuery query) {
    access.requireAdmin();
    return search.find(query);
  }
}
