package org.haas.health;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.haas.access.Access;
import org.haas.error.HaasException;

/** How HaaS and its switches are. For administrators. */
@Stateless
public class Health {
  /** The most quarantined VLANs that are listed. */
  public static final int MOST_QUARANTINED = 1000;

  @Inject private Access access;
  @Inject private QueueReport queues;
  @Inject private SwitchReport switches;
  @Inject private VlanReport vlans;
  @Inject private BmcReport bmcs;

  /**
   * All queues of switches by the name of the switch, and those of BMCs that have something to do.
   *
   * @throws HaasException FORBIDDEN
   */
  public List<QueueHealth> queues() {
    access.requireAdmin();
    return queues.read();
  }

  /**
   * All switches by name.
   *
   * @throws HaasException FORBIDDEN
   */
  public List<SwitchHealth> switches() {
    access.requireAdmin();
    return switches.read();
  }

  /**
   * The management controllers that fail, longest first, and those of free machines that have
   * power: 500 at most.
   *
   * @throws HaasException FORBIDDEN
   */
  public List<BmcHealth> bmcs() {
    access.requireAdmin();
    return bmcs.read();
  }

  /**
   * The VLAN pool.
   *
   * @param limit how many quarantined ids are listed, 0 to {@link #MOST_QUARANTINED}
   * @throws HaasException FORBIDDEN; BAD_ARGUMENT the limit
   */
  public VlanHealth vlans(int limit) {
    access.requireAdmin();
    if (limit < 0 || limit > MOST_QUARANTINED) {
      throw HaasException.badArgument(
          "limit", "this is a number from 0 to %d.".formatted(MOST_QUARANTINED));
    }
    return vlans.read(limit);
  }
}
