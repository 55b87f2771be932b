package org.haas.driver.sim;

import java.time.Duration;

/** How one simulated hypervisor misbehaves; {@link #reset} makes it well. Thread-safe. */
final class SimHostKnobs {
  private static final Duration SHUTDOWN_TIME = Duration.ofMillis(300);
  private static final Duration BOOT_STEP = Duration.ofMillis(20);
  private static final String NOTHING = "";

  private volatile Duration delay;
  private volatile Duration shutdownTime;
  private volatile Duration bootStep;
  private volatile boolean dead;
  private volatile boolean hanging;
  private volatile boolean refusesLogin;
  private volatile boolean ignoresShutdown;
  private volatile String refused;
  private volatile String hangsAt;
  private volatile String cutsAfter;

  SimHostKnobs() {
    reset();
  }

  final void reset() {
    delay = Duration.ZERO;
    shutdownTime = SHUTDOWN_TIME;
    bootStep = BOOT_STEP;
    dead = false;
    hanging = false;
    refusesLogin = false;
    ignoresShutdown = false;
    refused = NOTHING;
    hangsAt = NOTHING;
    cutsAfter = NOTHING;
  }

  /** Turns the knob of that name. */
  void turn(String knob, String argument) {
    switch (knob) {
      case "delay" -> delay = millis(argument);
      case "shutdown-time" -> shutdownTime = millis(argument);
      case "boot-step" -> bootStep = millis(argument);
      case "dead" -> dead = isOn(argument);
      case "hang" -> hanging = isOn(argument);
      case "refuse-login" -> refusesLogin = isOn(argument);
      case "ignore-shutdown" -> ignoresShutdown = isOn(argument);
      case "refuse" -> refused = argument;
      case "hang-at" -> hangsAt = argument;
      case "cut-after" -> cutsAfter = argument;
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

  boolean hangsAt(String command) {
    return hanging || hangsAt.equals(command);
  }

  boolean refuses(String command) {
    return refused.equals(command);
  }

  boolean refusesLogin() {
    return refusesLogin;
  }

  boolean ignoresShutdown() {
    return ignoresShutdown;
  }

  /** Whether the connection breaks now, after this was done and before it is said: once. */
  synchronized boolean takeCut(String command) {
    boolean cuts = cutsAfter.equals(command);
    if (cuts) {
      cutsAfter = NOTHING;
    }
    return cuts;
  }
}
