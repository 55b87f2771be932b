package org.haas.overview;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.page.Page;

/**
 * What is connected to what. A tenant sees the NICs of his projects' nodes and headnodes, without
 * the switches and ports behind them; an administrator sees all ports, and NICs without one. Asks
 * no hardware: says what it was last read as.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Topology {
  /** The most networks that are listed. */
  public static final int MOST_NETWORKS = 500;

  @Inject private Access access;
  @Inject private TopologySearch search;

  /**
   * A part of the ends: ports by switch in the order of their registration, then NICs of nodes and
   * of headnodes by name. Two statements at most, and one for a project.
   *
   * @throws HaasException NOT_FOUND, HIDDEN the project; FORBIDDEN a switch, of who is no
   *     administrator
   */
  public Page<EndView> ends(TopologyQuery query) {
    access.requireLogin();
    check(query);
    return search.ends(query);
  }

  /**
   * The groups that those ends belong to, in the same order: one statement, and one for a project.
   *
   * @throws HaasException as {@link #ends}
   */
  public List<EndGroupView> groups(TopologyQuery query) {
    access.requireLogin();
    check(query);
    return search.groups(query);
  }

  /**
   * The networks at those ends by name, {@link #MOST_NETWORKS} at most: one statement, and one for
   * a project.
   *
   * @throws HaasException as {@link #ends}
   */
  public List<EndNetworkView> networks(TopologyQuery query) {
    access.requireLogin();
    check(query);
    return search.networks(query);
  }

  private void check(TopologyQuery query) {
    query.project().ifPresent(access::requireMember);
    if (query.switchName().isPresent()) {
      access.requireAdmin();
    }
  }
}
