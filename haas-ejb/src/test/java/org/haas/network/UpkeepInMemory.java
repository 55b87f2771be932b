package org.haas.network;

import org.haas.operation.Claim;
import org.haas.operation.QueueId;
import org.haas.operation.UpkeepStore;

/** The part of the upkeep that a visit asks: whether something is not saved. */
final class UpkeepInMemory extends UpkeepStore {
  boolean dirty;

  @Override
  public boolean isDirty(QueueId queue) {
    return dirty;
  }

  @Override
  public void saved(Claim claim) {
    dirty = false;
  }
}
