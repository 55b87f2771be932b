package org.haas.network;

import org.haas.operation.Claim;
import org.haas.operation.Journal;
import org.haas.operation.QueueId;

/** The part of the journal that a visit asks: whether something is not saved. */
final class JournalInMemory extends Journal {
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
