package org.haas.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One port to bring from what was read in this visit to what is wanted. Whole-port state: the
 * driver sends the difference, and nothing when there is none.
 *
 * @param read what the port was just read as
 * @param desired what it shall be
 */
public record PortChange(PortName port, PortConfig read, PortConfig desired) {
  private static final NavigableSet<VlanId> NONE = new TreeSet<>();

  /** Whether there is nothing to do. */
  public boolean isDone() {
    return read.equals(desired);
  }

  /**
   * Whether the port must carry nothing for a moment: some VLAN leaves while another enters, or it
   * is not known what the port carries. Otherwise two tenants could meet between two commands.
   */
  public boolean needsCut() {
    if (!read.isExact()) {
      return true;
    }
    return !without(read.vlans(), desired.vlans()).isEmpty()
        && !without(desired.vlans(), read.vlans()).isEmpty();
  }

  /**
   * The difference, in an order that is safe to stop after any step: at no moment does the port
   * carry a VLAN that is neither in {@link #read} nor in {@link #desired}. Running the steps of a
   * newly read change ends in {@link #desired} whatever was done before. Empty when {@link
   * #isDone}. A driver that sets a whole port in one transaction needs only {@link #needsCut}.
   */
  public List<PortStep> steps() {
    if (isDone()) {
      return List.of();
    }
    if (desired.parked()) {
      return List.of(PortStep.cut(), PortStep.untagged(Optional.empty()), PortStep.tagged(NONE));
    }
    if (needsCut() || read.parked()) {
      return List.of(
          PortStep.cut(),
          PortStep.untagged(Optional.empty()),
          PortStep.tagged(desired.tagged()),
          PortStep.untagged(desired.untagged()),
          PortStep.open());
    }
    return smallSteps();
  }

  private List<PortStep> smallSteps() {
    List<PortStep> steps = new ArrayList<>();
    NavigableSet<VlanId> removed = without(read.tagged(), desired.tagged());
    NavigableSet<VlanId> added = without(desired.tagged(), read.tagged());
    if (!removed.isEmpty()) {
      steps.add(PortStep.remove(removed));
    }
    if (!read.untagged().equals(desired.untagged())) {
      steps.add(PortStep.untagged(desired.untagged()));
    }
    if (!added.isEmpty()) {
      steps.add(PortStep.add(added));
    }
    return List.copyOf(steps);
  }

  private static NavigableSet<VlanId> without(
      NavigableSet<VlanId> vlans, NavigableSet<VlanId> others) {
    NavigableSet<VlanId> rest = new TreeSet<>(vlans);
    rest.removeAll(others);
    return rest;
  }
}
