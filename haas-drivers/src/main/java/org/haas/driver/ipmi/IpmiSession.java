package org.haas.driver.ipmi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haas.driver.ipmi.IpmiAnswer.Failure;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BootDevice;
import org.haas.spi.DriverException;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;

/** Commands for one controller, each a process of its own that logs in. */
final class IpmiSession implements BmcSession {
  private final Ipmitool tool;
  private final String address;
  private final CipherSuites ciphers;
  private final Map<String, IpmiConsole> consoles;

  IpmiSession(Ipmitool tool, CipherSuites ciphers, Map<String, IpmiConsole> consoles) {
    this.tool = tool;
    this.address = tool.endpoint().address();
    this.ciphers = ciphers;
    this.consoles = consoles;
  }

  @Override
  public PowerState power() {
    IpmiAnswer answer = done(run("chassis", "power", "status"));
    if (answer.says("Chassis Power is on")) {
      return PowerState.ON;
    }
    return answer.says("Chassis Power is off") ? PowerState.OFF : PowerState.UNKNOWN;
  }

  @Override
  public void command(PowerCommand command) {
    String word =
        switch (command) {
          case ON -> "on";
          case OFF -> "off";
          case SHUT_DOWN -> "soft";
        };
    IpmiAnswer answer = run("chassis", "power", word);
    PowerState wanted = command == PowerCommand.ON ? PowerState.ON : PowerState.OFF;
    if (answer.says("not supported in present state") && power() == wanted) {
      return;
    }
    done(answer);
  }

  @Override
  public void bootFrom(BootDevice device, boolean once) {
    String word =
        switch (device) {
          case DISK -> "disk";
          case PXE -> "pxe";
          case NONE -> "none";
        };
    List<String> options = new ArrayList<>();
    if (!once && device != BootDevice.NONE) {
      options.add("persistent");
    }
    if (tool.settings().efi()) {
      options.add("efiboot");
    }
    List<String> line = new ArrayList<>(List.of("chassis", "bootdev", word));
    if (!options.isEmpty()) {
      line.add("options=" + String.join(",", options));
    }
    done(run(line.toArray(String[]::new)));
  }

  /** Ours of before ends first, and orderly, as its end could take the payload from the next. */
  @Override
  public BmcConsole console() {
    IpmiConsole before = consoles.remove(address);
    if (before != null) {
      before.close();
    }
    long deadline = tool.deadline();
    IpmiAnswer freed = run(deadline, List.of("sol", "deactivate"));
    if (!freed.isDone() && freed.failure() != Failure.COMMAND) {
      throw failed(freed);
    }
    int cipher = ciphers.forAddress(address, tool.settings().ciphers()).get(0);
    IpmiConsole console = new IpmiConsole(tool, cipher, deadline);
    console.whenClosed(() -> consoles.remove(address, console));
    IpmiConsole meanwhile = consoles.put(address, console);
    if (meanwhile != null) {
      meanwhile.abandon();
    }
    return console;
  }

  private IpmiAnswer run(String... command) {
    return run(tool.deadline(), List.of(command));
  }

  /** With the suite that worked last, then with the other one. */
  private IpmiAnswer run(long deadline, List<String> command) {
    IpmiAnswer answer = null;
    for (int suite : ciphers.forAddress(address, tool.settings().ciphers())) {
      answer = tool.run(suite, deadline, command);
      if (answer.isDone() || answer.failure() != Failure.CIPHER) {
        remember(answer, suite);
        return answer;
      }
    }
    return answer;
  }

  private void remember(IpmiAnswer answer, int suite) {
    if (answer.isDone() || answer.failure() == Failure.COMMAND) {
      ciphers.reached(address, suite);
    }
  }

  private IpmiAnswer done(IpmiAnswer answer) {
    if (!answer.isDone()) {
      throw failed(answer);
    }
    return answer;
  }

  private DriverException failed(IpmiAnswer answer) {
    String words = tool.hidden(answer.words());
    return switch (answer.failure()) {
      case LOGIN ->
          tool.refused(
              "refused the login of user %s: check name and password (ipmitool: %s)"
                  .formatted(tool.endpoint().username(), words));
      case CIPHER ->
          tool.refused(
              "takes none of the cipher suites %s that HaaS may use (ipmitool: %s)"
                  .formatted(tool.settings().ciphers(), words));
      case SILENCE -> tool.unreachable("does not answer (ipmitool: %s)".formatted(words), null);
      case COMMAND -> tool.refused("refused (ipmitool: %s)".formatted(words));
    };
  }

  /** There is nothing to end: each command logged out. */
  @Override
  public void close() {}
}
