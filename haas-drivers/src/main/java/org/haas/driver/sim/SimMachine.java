package org.haas.driver.sim;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;
import org.haas.spi.PowerCommand;

/** One simulated machine and its controller: power, boot device, serial port. */
final class SimMachine implements SimLine {
  private static final int LOG_ENTRIES = 2000;
  private static final String BREAK = "\r\n*** break ***\r\n";

  private final Label name;
  private final ScheduledExecutorService later;
  private final SimLog log;
  private final SimBmcKnobs knobs = new SimBmcKnobs();
  private final SimSerial serial = new SimSerial();
  private final SimStream stream = new SimStream();
  private BootDevice boot = BootDevice.NONE;
  private boolean once;
  private boolean on;
  private boolean ending;
  private long change;
  private long starts;
  private long sessions;
  private long commands;

  SimMachine(Label name, Path state, ScheduledExecutorService later) {
    this.name = name;
    this.later = later;
    this.log = new SimLog(state.resolve("bmc-" + name + ".log"), LOG_ENTRIES);
  }

  SimBmcKnobs knobs() {
    return knobs;
  }

  @Override
  public SimSerial serial() {
    return serial;
  }

  @Override
  public boolean hanging() {
    return knobs.hanging();
  }

  synchronized void entered(String who) {
    sessions++;
    log.add(who + " login");
  }

  synchronized void note(String entry) {
    log.add(entry);
  }

  synchronized void heard(String who, String line) {
    commands++;
    log.add(who + " " + line);
  }

  synchronized boolean on() {
    return on;
  }

  synchronized void bootFrom(BootDevice device, boolean forOneStart) {
    boot = device;
    once = forOneStart;
  }

  synchronized void command(PowerCommand command) {
    if (knobs.ignoresPower()) {
      return;
    }
    switch (command) {
      case ON -> {
        if (!on) {
          change(true, knobs.powerTime());
        }
      }
      case OFF -> change(false, knobs.powerTime());
      case SHUT_DOWN -> shutDown();
    }
  }

  private void shutDown() {
    if (!on || ending) {
      return;
    }
    serial.print("\r\nThe power button was pressed\r\n");
    if (!knobs.ignoresShutdown()) {
      ending = true;
      serial.print("System is going down\r\n");
      change(false, knobs.shutdownTime());
    }
  }

  /** What was going on before, a boot above all, ends. */
  private void change(boolean to, Duration time) {
    long mine = ++change;
    after(time, () -> become(mine, to));
  }

  private void become(long mine, boolean to) {
    if (mine != change || on == to) {
      return;
    }
    on = to;
    ending = false;
    log.add(on ? "POWER ON" : "POWER OFF");
    if (on) {
      start(mine);
    }
  }

  private void start(long mine) {
    starts++;
    BootDevice device = boot;
    if (once) {
      boot = BootDevice.NONE;
      once = false;
    }
    log.add("BOOT " + device);
    Duration time = Duration.ZERO;
    for (String line : SimBoot.log(name, device)) {
      after(time, () -> print(mine, line));
      time = time.plus(knobs.bootStep());
    }
  }

  private void print(long mine, String line) {
    if (mine == change) {
      serial.print(line);
    }
  }

  private void after(Duration time, Runnable step) {
    if (time.isZero()) {
      step.run();
      return;
    }
    var unused = later.schedule(() -> locked(step), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void locked(Runnable step) {
    step.run();
  }

  /** A machine without power echoes nothing. */
  @Override
  public synchronized void typed(byte[] keys) {
    serial.typed(keys);
    if (on) {
      String echo = new String(keys, StandardCharsets.ISO_8859_1);
      String shown = echo.replace("\r", "\r\n%s login: ".formatted(name));
      serial.print(shown.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  @Override
  public synchronized void broke() {
    log.add("BREAK");
    if (on) {
      serial.print(BREAK);
    }
  }

  synchronized void stream(long bytesPerSecond) {
    stream.rate(bytesPerSecond);
  }

  synchronized void tick() {
    byte[] due = stream.due(on);
    if (due.length > 0) {
      serial.print(due);
    }
  }

  synchronized List<String> log() {
    return log.entries();
  }

  synchronized List<String> counters() {
    return List.of(
        "on " + (on ? 1 : 0),
        "starts " + starts,
        "sessions " + sessions,
        "commands " + commands,
        "consoles " + serial.consoles(),
        "printed " + serial.printed(),
        "history " + serial.historyBytes(),
        "lines " + stream.lines());
  }

  synchronized String boot() {
    return boot + (once ? " once" : "");
  }
}
