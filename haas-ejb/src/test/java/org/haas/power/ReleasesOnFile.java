package org.haas.power;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.haas.operation.Claim;
import org.haas.spi.PowerState;
import org.haas.worker.Notebook;

/** The same as what is committed to a notebook, by whichever process, with a port of a switch. */
final class ReleasesOnFile extends ReleasesInMemory {
  static final String BEGUN = "begun";
  static final String DONE = "done";
  static final String TOLD = "told";

  private final Notebook notebook;
  private final SimulatedPort port;

  ReleasesOnFile(Notebook notebook, SimulatedPort port) {
    this.notebook = notebook;
    this.port = port;
    bootChosen = true;
    notebook.all(DONE).forEach(step -> done.add(ReleaseStep.of(step)));
  }

  boolean isFinished() {
    return done.contains(ReleaseStep.FREE);
  }

  /** Since when the controller knows, if that was committed. */
  Optional<Instant> toldAt() {
    return notebook.all(TOLD).stream().map(Instant::parse).reduce((older, newer) -> newer);
  }

  @Override
  boolean begin(Claim claim, PowerOperation release, ReleaseStep step) {
    notebook.commit(BEGUN + " " + step.word());
    return true;
  }

  @Override
  void pass(ReleaseStep step) {
    notebook.commit(DONE + " " + step.word());
    super.pass(step);
  }

  /** What the switch's worker does is done here: the port is read, and parked if it has to be. */
  @Override
  boolean arePortsParked(Claim claim, PowerOperation release) {
    portsRead = port.isParked();
    if (!portsRead) {
      port.park();
    }
    return super.arePortsParked(claim, release);
  }

  /** How far the power has come, in the same notebook. */
  PowerStore progress() {
    return new PowerStoreInMemory() {
      @Override
      void goesOn(
          Claim claim, PowerOperation release, Optional<PowerState> seen, Duration lookAgain) {
        notebook.commit(TOLD + " " + release.toldAt().orElseThrow());
      }

      @Override
      void failed(Claim claim, PowerOperation release, String words) {
        throw new AssertionError("nothing fails here, but: " + words);
      }
    };
  }
}
