package org.haas.driver.sim;

import java.util.List;
import java.util.Locale;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;

/** A login on a simulated controller. */
final class SimBmcSession implements BmcSession {
  private final BmcEndpoint endpoint;
  private final String name;
  private final SimClient client;

  SimBmcSession(BmcEndpoint endpoint, String name, SimClient client) {
    this.endpoint = endpoint;
    this.name = name;
    this.client = client;
  }

  @Override
  public PowerState power() {
    List<String> answer = client.ask("power");
    if (answer.equals(List.of("on"))) {
      return PowerState.ON;
    }
    return answer.equals(List.of("off")) ? PowerState.OFF : PowerState.UNKNOWN;
  }

  @Override
  public void command(PowerCommand command) {
    client.ask("command " + command.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void bootFrom(BootDevice device, boolean once) {
    client.ask(
        "boot %s %s".formatted(device.name().toLowerCase(Locale.ROOT), once ? "once" : "always"));
  }

  @Override
  public BmcConsole console() {
    return new SimBmcConsole(SimBmc.connect(endpoint, "console " + name));
  }

  @Override
  public void close() {
    client.close();
  }
}
