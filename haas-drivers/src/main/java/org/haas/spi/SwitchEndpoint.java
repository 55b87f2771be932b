package org.haas.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where a switch is and how to log in.
 *
 * @param name the switch's label, for messages
 * @param host name or address
 * @param port TCP port
 * @param username may be empty when the driver needs none
 * @param secret password, or a private key in PEM or OpenSSH form
 * @param hostKey the enrolled SSH host key, {@code <type> <base64>}; empty for a driver without SSH
 * @param settings what the driver's documentation lists, such as {@code bridge} for {@code ovs}
 * @param timeout the longest that one command may take
 * @param mayProceed asked before each line that is sent: false when the caller's claim on the
 *     switch has run out; the driver then throws {@link DriverException.Kind#DEADLINE} and closes
 *     hard
 * @param fence the number of the caller's claim, growing with each claim; 0 when there is none. A
 *     switch that can log it shows who wrote what
 */
public record SwitchEndpoint(
    Label name,
    String host,
    int port,
    String username,
    Secret secret,
    Optional<String> hostKey,
    Map<String, String> settings,
    Duration timeout,
    BooleanSupplier mayProceed,
    long fence) {

  /** Copies the settings. */
  public SwitchEndpoint {
    settings = Map.copyOf(settings);
  }

  /** An endpoint without a claim: for enrolment and tests. */
  public SwitchEndpoint(
      Label name,
      String host,
      int port,
      String username,
      Secret secret,
      Optional<String> hostKey,
      Map<String, String> settings,
      Duration timeout,
      BooleanSupplier mayProceed) {
    this(name, host, port, username, secret, hostKey, settings, timeout, mayProceed, 0);
  }

  /** The same switch under the claim with this number. */
  public SwitchEndpoint withFence(long number) {
    return new SwitchEndpoint(
        name, host, port, username, secret, hostKey, settings, timeout, mayProceed, number);
  }

  /** What to call the switch in a message: its label; tenants read it, so not its address. */
  public String described() {
    return "Switch " + name;
  }
}
