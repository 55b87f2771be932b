package org.haas.driver.contract;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;

/** Any configuration of a few VLANs, and what a port may carry on the way between two. */
public final class RandomConfigs {
  private static final int FIRST = 101;
  private static final int COUNT = 5;

  private RandomConfigs() {}

  /**
   * Parked in some cases; otherwise native, tagged or both.
   *
   * @param nativeless whether it may be tagged only
   */
  public static PortConfig next(Random random, boolean nativeless) {
    NavigableSet<VlanId> tagged = new TreeSet<>();
    if (random.nextInt(6) == 0) {
      return PortConfig.PARKED;
    }
    for (int i = 0; i < COUNT; i++) {
      if (random.nextInt(3) == 0) {
        tagged.add(new VlanId(FIRST + i));
      }
    }
    VlanId untagged = new VlanId(FIRST + random.nextInt(COUNT));
    if (!nativeless) {
      tagged.remove(untagged);
    }
    if ((!nativeless || random.nextBoolean()) && !tagged.contains(untagged)) {
      return new PortConfig(Optional.of(untagged), tagged);
    }
    return new PortConfig(Optional.empty(), tagged);
  }

  /**
   * Whether a port that goes from {@code old} to {@code wanted} may carry {@code now} in between:
   * nothing that is in neither, and never what only one has together with what only the other has.
   */
  public static boolean mayFollow(PortConfig old, PortConfig wanted, PortConfig now) {
    NavigableSet<VlanId> leaving = now.vlans();
    leaving.retainAll(old.vlans());
    leaving.removeAll(wanted.vlans());
    NavigableSet<VlanId> entering = now.vlans();
    entering.retainAll(wanted.vlans());
    entering.removeAll(old.vlans());
    NavigableSet<VlanId> known = old.vlans();
    known.addAll(wanted.vlans());
    return known.containsAll(now.vlans()) && (leaving.isEmpty() || entering.isEmpty());
  }
}
