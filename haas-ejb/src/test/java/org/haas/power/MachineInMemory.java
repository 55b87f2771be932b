package org.haas.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BootDevice;
import org.haas.spi.DriverException;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;

/** A machine and its controller, with every command on the log; fails as it is told to. */
final class MachineInMemory implements BmcSession {
  final List<String> log = new ArrayList<>();
  PowerState state = PowerState.OFF;
  boolean ignoresPower;
  boolean ignoresShutdown;
  private Optional<DriverException> failure = Optional.empty();
  private int commandsBeforeFailure;

  /** The controller breaks before that command, counted from now, and is well after it. */
  void failAt(int command, DriverException.Kind kind, String words) {
    commandsBeforeFailure = command;
    failure = Optional.of(new DriverException(kind, words));
  }

  private void step(String command) {
    if (failure.isPresent() && commandsBeforeFailure-- == 0) {
      DriverException now = failure.get();
      failure = Optional.empty();
      throw now;
    }
    log.add(command);
  }

  @Override
  public PowerState power() {
    step("read");
    return state;
  }

  @Override
  public void command(PowerCommand command) {
    step(command.name());
    boolean ignored = command == PowerCommand.SHUT_DOWN ? ignoresShutdown : ignoresPower;
    if (!ignored) {
      state = command == PowerCommand.ON ? PowerState.ON : PowerState.OFF;
    }
  }

  @Override
  public void bootFrom(BootDevice device, boolean once) {
    step(device + (once ? " once" : ""));
  }

  @Override
  public BmcConsole console() {
    throw new UnsupportedOperationException("nothing about power asks for a console");
  }

  @Override
  public void close() {
    log.add("close");
  }

  /** What changed something, without looks. */
  List<String> commands() {
    return log.stream().filter(line -> !line.equals("read") && !line.equals("close")).toList();
  }
}
