package org.haas.headnode;

import java.time.Duration;
import java.util.Optional;
import org.haas.operation.Claim;
import org.haas.spi.DriverException;
import org.haas.worker.Notebook;

/** The same as what is committed to a notebook, by whichever process. */
final class WorkOnFile extends WorkInMemory {
  static final String BEGUN = "begun";
  static final String DONE = "done";
  static final String CARRIES = "carries";
  static final String FINISHED = "finished";

  private final Notebook notebook;

  WorkOnFile(Notebook notebook) {
    this.notebook = notebook;
    wanted = Optional.of(vlan(HeadnodeWorker.VLAN));
    notebook.all(DONE).forEach(step -> done.add(HeadnodeStep.of(step)));
    carried = notebook.lines().contains(CARRIES) ? wanted : Optional.empty();
  }

  boolean isFinished() {
    return notebook.lines().contains(FINISHED);
  }

  @Override
  boolean begin(Claim claim, HeadnodeOperation operation, HeadnodeStep step) {
    notebook.commit(BEGUN + " " + step.word());
    return true;
  }

  @Override
  void passed(Claim claim, HeadnodeOperation operation, HeadnodeStep step) {
    notebook.commit(DONE + " " + step.word());
    super.passed(claim, operation, step);
  }

  @Override
  void carries(Claim claim, HeadnodeOperation operation) {
    notebook.commit(CARRIES);
    super.carries(claim, operation);
  }

  @Override
  void goesOn(Claim claim, HeadnodeOperation operation, Duration lookAgain) {
    // It is looked at again by the same worker, or by the next.
  }

  @Override
  void failed(Claim claim, HeadnodeOperation operation, DriverException failure) {
    throw new AssertionError("nothing fails here", failure);
  }

  @Override
  void finished(Claim claim, HeadnodeOperation operation) {
    notebook.commit(FINISHED);
  }
}
