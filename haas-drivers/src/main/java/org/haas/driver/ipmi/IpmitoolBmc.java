package org.haas.driver.ipmi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.driver.wire.HostPort;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/**
 * IPMI 2.0 (RMCP+) by ipmitool 1.8.18 or newer. Settings: {@code cipher}, {@code privilege}, {@code
 * oem}, {@code efi}, {@code keepalive}; docs/drivers.md says what they mean.
 */
public final class IpmitoolBmc implements BmcDriver {
  private static final int UDP_PORT = 623;
  private static final List<String> PROGRAM = List.of("ipmitool");

  private final List<String> program;
  private final CipherSuites ciphers = new CipherSuites();
  private final Map<String, IpmiConsole> consoles = new ConcurrentHashMap<>();

  /** For {@link java.util.ServiceLoader}. */
  public IpmitoolBmc() {
    this(PROGRAM);
  }

  /** With another program in ipmitool's place. */
  IpmitoolBmc(List<String> program) {
    this.program = List.copyOf(program);
  }

  @Override
  public String type() {
    return "ipmi";
  }

  @Override
  public Set<String> settings() {
    return IpmiSettings.KEYS;
  }

  @Override
  public void validate(String address) {
    HostPort.parse(address, UDP_PORT);
  }

  @Override
  public Optional<String> certificate(BmcEndpoint endpoint) {
    return Optional.empty();
  }

  /**
   * {@inheritDoc} Nothing is sent before the first command.
   *
   * @throws DriverException REFUSED the address or a setting cannot be
   */
  @Override
  public BmcSession open(BmcEndpoint endpoint) {
    try {
      HostPort at = HostPort.parse(endpoint.address(), UDP_PORT);
      Ipmitool tool = new Ipmitool(program, endpoint, at, IpmiSettings.of(endpoint.settings()));
      return new IpmiSession(tool, ciphers, consoles);
    } catch (IllegalArgumentException wrong) {
      throw new DriverException(
          Kind.REFUSED, "%s: %s".formatted(endpoint.described(), wrong.getMessage()), wrong);
    }
  }
}
