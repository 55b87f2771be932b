package org.haas.driver.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.spi.BmcDriver.BmcConsole;

/**
 * The consoles that a driver has open, one for each controller: many controllers do not tell the
 * one who had the console when another gets it.
 */
public final class ConsoleRegister {
  private final Map<String, BmcConsole> open = new ConcurrentHashMap<>();

  /** Nothing is open yet. */
  public ConsoleRegister() {}

  /** Ends the console that is open at the address, if there is one. */
  public void endAt(String address) {
    BmcConsole before = open.remove(address);
    if (before != null) {
      before.close();
    }
  }

  /** From now on this is the one at the address. */
  public void add(String address, BmcConsole console) {
    BmcConsole meanwhile = open.put(address, console);
    if (meanwhile != null) {
      meanwhile.close();
    }
  }

  /** It has ended. */
  public void remove(String address, BmcConsole console) {
    open.remove(address, console);
  }
}
