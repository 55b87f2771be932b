package org.haas.power;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.operation.Claim;
import org.haas.spi.PowerState;

/** What the database would say and be told; it can be gone before any of its transactions. */
class PowerStoreInMemory extends PowerStore {
  final List<String> log = new ArrayList<>();
  Standing standing = Standing.VALID;
  private int transactionsBeforeCrash = Integer.MAX_VALUE;

  /** The process dies before that transaction, counted from now. */
  void crashBefore(int transaction) {
    transactionsBeforeCrash = transaction;
  }

  private void step(String what) {
    if (transactionsBeforeCrash-- == 0) {
      throw new IllegalStateException("killed");
    }
    log.add(what);
  }

  @Override
  Standing standing(PowerOperation asked) {
    return standing;
  }

  @Override
  void offSeen(Claim claim, PowerOperation operation) {
    step("off seen");
    operation.seenOff();
  }

  @Override
  void done(Claim claim, PowerOperation operation, Optional<PowerState> seen) {
    step("done " + seen.orElseThrow());
  }

  @Override
  void booting(Claim claim, PowerOperation operation) {
    step("booting " + operation.device());
  }

  @Override
  void goesOn(
      Claim claim, PowerOperation operation, Optional<PowerState> seen, Duration lookAgain) {
    step("goes on " + seen.orElseThrow());
  }

  @Override
  void failed(Claim claim, PowerOperation operation, String words) {
    step("failed " + words);
  }

  @Override
  void refused(Claim claim, PowerOperation operation, String words) {
    step("refused " + words);
  }

  @Override
  void drop(Claim claim, PowerOperation operation) {
    step("dropped");
  }
}
