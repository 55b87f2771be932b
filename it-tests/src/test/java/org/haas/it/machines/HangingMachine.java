package org.haas.it.machines;

import org.haas.it.Site;
import org.haas.it.console.Reader;
import org.haas.it.drivers.IpmiSimulator;
import org.haas.spi.BmcEndpoint;

/** A third machine, without a QEMU, whose controller (ipmi_sim) is stopped by a signal. */
final class HangingMachine implements AutoCloseable {
  private final IpmiSimulator simulator = new IpmiSimulator();
  private final Machine machine;

  HangingMachine(Site site) {
    BmcEndpoint at = simulator.endpoint();
    LabController controller = new LabController(at.address(), at.username(), at.secret().reveal());
    machine = new Machine(site, site.bareNode(), controller);
    machine.record(controller.password());
    machine.reserve();
  }

  String name() {
    return machine.name;
  }

  /** It takes what it is sent, and answers nothing. */
  Machine hangs() {
    simulator.hang(true);
    return machine;
  }

  /** It answers again: the console says how it was, and everything can be done. */
  void goesOn() {
    try (Reader console = Reader.of(machine.member, machine.console())) {
      console.reads("The console cannot be connected yet");
      simulator.hang(false);
      console.reads("The console is connected.");
    }
    machine.does("on");
  }

  @Override
  public void close() {
    simulator.hang(false);
    machine.release();
    simulator.close();
  }
}
