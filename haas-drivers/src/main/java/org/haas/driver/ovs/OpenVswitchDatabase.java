package org.haas.driver.ovs;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.haas.driver.wire.HostPort;
import org.haas.driver.wire.Json;
import org.haas.driver.wire.TlsLink;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.SwitchWatch;

/**
 * Open vSwitch 2.9 or newer by its database, OVSDB, over TLS (RFC 7047). The endpoint's secret is a
 * private key and its certificate in PEM, and may be empty; a user name is not used.
 */
public final class OpenVswitchDatabase extends OvsDriver {
  /** Registered for OVSDB by IANA. */
  private static final int PORT = 6640;

  /** After it no frame follows an older flow: some 34 ms were seen (ADR 51). */
  private static final Duration SETTLED = Duration.ofSeconds(1);

  private final Duration settled;

  /** For {@link java.util.ServiceLoader}. */
  public OpenVswitchDatabase() {
    this(SETTLED);
  }

  OpenVswitchDatabase(Duration settled) {
    this.settled = settled;
  }

  @Override
  public String type() {
    return "ovsdb";
  }

  @Override
  public int defaultPort() {
    return PORT;
  }

  @Override
  public Optional<String> hostKey(SwitchEndpoint endpoint) {
    long deadline = System.nanoTime() + endpoint.timeout().toNanos();
    try {
      HostPort at = new HostPort(endpoint.host(), endpoint.port());
      return Optional.of(OvsdbKey.of(TlsLink.certificate(at, deadline)));
    } catch (IOException failed) {
      throw new DriverException(
          Kind.UNREACHABLE,
          "%s shows no certificate: %s.".formatted(endpoint.described(), failed.getMessage()),
          failed);
    }
  }

  @Override
  OvsTalk talk(SwitchEndpoint endpoint, String bridge) {
    return new OvsdbTalk(endpoint, bridge, settled);
  }

  @Override
  String line(OvsPort row, String tag) {
    return Json.text(OvsdbRow.update(row, tag));
  }

  @Override
  public boolean tellsChanges() {
    return true;
  }

  @Override
  public SwitchWatch watch(SwitchEndpoint endpoint) {
    return OvsdbWatch.open(endpoint);
  }
}
