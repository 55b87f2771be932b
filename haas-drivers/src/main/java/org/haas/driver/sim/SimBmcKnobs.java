package org.haas.driver.sim;

import java.time.Duration;

/** How one simulated controller misbehaves; {@link #reset} makes it well. Thread-safe. */
final class SimBmcKnobs {
  private static final Duration POWER_TIME = Duration.ofMillis(100);
  private static final Duration SHUTDOWN_TIME = Duration.ofMillis(300);
  private static final Duration BOOT_STEP = Duration.ofMillis(40);

  private volatile Duration delay;
  private volatile Duration powerTime;
  private volatile Duration shutdownTime;
  private volatile Duration bootStep;
  private volatile boolean dead;
  private volatile boolean hanging;
  private volatile boolean refusesLogin;
  private volatile boolean refusesConsole;
  private volatile boolean ignoresPower;
  private volatile boolean ignoresShutdown;

  SimBmcKnobs() {
    reset();
  }

  final void reset() {
    delay = Duration.ZERO;
    powerTime = POWER_TIME;
    shutdownTime = SHUTDOWN_TIME;
    bootStep = BOOT_STEP;
    dead = false;
    hanging = false;
    refusesLogin = false;
    refusesConsole = false;
    ignoresPower = false;
    ignoresShutdown = false;
  }

  /** Turns the knob of that name. */
  void turn(String knob, String argument) {
    switch (knob) {
      case "delay" -> delay = millis(argument);
      case "power-time" -> powerTime = millis(argument);
      case "shutdown-time" -> shutdownTime = millis(argument);
      case "boot-step" -> bootStep = millis(argument);
      case "dead" -> dead = isOn(argument);
      case "hang" -> hanging = isOn(argument);
      case "refuse-login" -> refusesLogin = isOn(argument);
      case "refuse-console" -> refusesConsole = isOn(argument);
      case "ignore-power" -> ignoresPower = isOn(argument);
      case "ignore-shutdown" -> ignoresShutdown = isOn(argument);
      default -> throw new SimRefusal("unknown command");
    }
  }

  private static boolean isOn(String argument) {
    return argument.equals("on");
  }

  private static Duration millis(String argument) {
    return Duration.ofMillis(Long.parseLong(argument));
  }

  Duration delay() {
    return delay;
  }

  Duration powerTime() {
    return powerTime;
  }

  Duration shutdownTime() {
    return shutdownTime;
  }

  Duration bootStep() {
    return bootStep;
  }

  boolean dead() {
    return dead;
  }

  boolean hanging() {
    return hanging;
  }

  boolean refusesLogin() {
    return refusesLogin;
  }

  boolean refusesConsole() {
    return refusesConsole;
  }

  boolean ignoresPower() {
    return ignoresPower;
  }

  boolean ignoresShutdown() {
    return ignoresShutdown;
  }
}
