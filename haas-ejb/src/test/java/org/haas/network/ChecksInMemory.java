package org.haas.network;

import java.util.ArrayList;
import java.util.List;
import org.haas.operation.Claim;
import org.haas.switches.SwitchOperation;

/** What a check is told by the database and tells it. */
final class ChecksInMemory extends CheckStore {
  final List<PortSeen> seen = new ArrayList<>();
  final List<SwitchOperation> finished = new ArrayList<>();
  private final LedgerInMemory ledger;

  ChecksInMemory(LedgerInMemory ledger) {
    this.ledger = ledger;
  }

  @Override
  List<PortWork> slice(long switchId, long after, int most) {
    return ledger.all().stream().filter(work -> work.portId() > after).limit(most).toList();
  }

  @Override
  void seen(Claim claim, SwitchOperation check, List<PortSeen> found) {
    seen.addAll(found);
  }

  @Override
  void finished(Claim claim, SwitchOperation check) {
    finished.add(check);
  }
}
