package org.haas.driver.obmd;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.haas.driver.wire.ConsoleRegister;
import org.haas.driver.wire.HttpCall;
import org.haas.driver.wire.ObjectPath;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;

/** Commands for one node of OBMd. */
final class ObmdSession implements BmcSession {
  private final ObmdClient client;
  private final ConsoleRegister consoles;

  ObmdSession(ObmdClient client, ConsoleRegister consoles) {
    this.client = client;
    this.consoles = consoles;
  }

  @Override
  public PowerState power() {
    try {
      Object answer = client.answer(HttpCall.get("/power_status")).json();
      String said =
          ObjectPath.text(answer, "power_status").orElse("").strip().toLowerCase(Locale.ROOT);
      if (said.equals("on") || said.endsWith(" on")) {
        return PowerState.ON;
      }
      return said.equals("off") || said.endsWith(" off") ? PowerState.OFF : PowerState.UNKNOWN;
    } catch (IOException nonsense) {
      throw ObmdClient.unreachable(client.endpoint(), nonsense);
    }
  }

  /** {@inheritDoc} OBMd knows no orderly shutdown. */
  @Override
  public void command(PowerCommand command) {
    String path =
        switch (command) {
          case ON -> "/power_on";
          case OFF -> "/power_off";
          case SHUT_DOWN ->
              throw client.refused(
                  "is behind an OBMd, which cannot ask a machine to shut down; it can take the"
                      + " power away");
        };
    client.answer(HttpCall.of("POST", path));
  }

  /** {@inheritDoc} OBMd has one kind of choice, and it is not for one start only. */
  @Override
  public void bootFrom(BootDevice device, boolean once) {
    String name = device.name().toLowerCase(Locale.ROOT);
    client.answer(HttpCall.of("PUT", "/boot_device", Map.of("bootdev", name)));
  }

  @Override
  public BmcConsole console() {
    String address = client.endpoint().address();
    consoles.endAt(address);
    ObmdConsole console = ObmdConsole.open(client.another());
    console.whenClosed(() -> consoles.remove(address, console));
    consoles.add(address, console);
    return console;
  }

  @Override
  public void close() {
    client.close();
  }
}
