package org.haas.network;

import org.haas.operation.Claim;
import org.haas.operation.QueueId;
import org.haas.operation.QueueStore;

/** The part of the queues that a visit asks: whether something is not saved. */
final class QueuesInMemory extends QueueStore {
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
