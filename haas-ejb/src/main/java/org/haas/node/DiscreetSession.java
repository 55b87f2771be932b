package org.haas.node;

import java.net.URI;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.DriverException;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;

/**
 * A session whose failures name neither the controller's address nor its login: tenants read them.
 * Its console's likewise.
 */
public record DiscreetSession(BmcSession session, BmcEndpoint endpoint) implements BmcSession {
  private static final String INSTEAD = "the BMC";

  /**
   * Opens one.
   *
   * @param driver how
   * @throws DriverException as the driver does
   */
  public static BmcSession open(Function<BmcEndpoint, BmcSession> driver, BmcEndpoint endpoint) {
    return new DiscreetSession(said(() -> driver.apply(endpoint), endpoint), endpoint);
  }

  @Override
  public PowerState power() {
    return said(session::power, endpoint);
  }

  @Override
  public void command(PowerCommand command) {
    said(
        () -> {
          session.command(command);
          return true;
        },
        endpoint);
  }

  @Override
  public void bootFrom(BootDevice device, boolean once) {
    said(
        () -> {
          session.bootFrom(device, once);
          return true;
        },
        endpoint);
  }

  @Override
  public BmcConsole console() {
    return new DiscreetConsole(said(session::console, endpoint), endpoint);
  }

  private record DiscreetConsole(BmcConsole console, BmcEndpoint endpoint) implements BmcConsole {
    @Override
    public int read(byte[] into) {
      return said(() -> console.read(into), endpoint);
    }

    @Override
    public void write(byte[] keys) {
      said(
          () -> {
            console.write(keys);
            return true;
          },
          endpoint);
    }

    @Override
    public void sendBreak() {
      said(
          () -> {
            console.sendBreak();
            return true;
          },
          endpoint);
    }

    @Override
    public void close() {
      console.close();
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private static <T> T said(Supplier<T> command, BmcEndpoint endpoint) {
    try {
      return command.get();
    } catch (DriverException failure) {
      throw new DriverException(failure.kind(), plain(failure.getMessage(), endpoint), failure);
    }
  }

  /** The words without address, host, user and password. */
  static String plain(String words, BmcEndpoint endpoint) {
    TreeSet<String> secrets = new TreeSet<>((a, b) -> compare(b, a));
    secrets.add(endpoint.address());
    host(endpoint.address()).ifPresent(secrets::add);
    secrets.add(endpoint.secret().reveal());
    String plain = words.replace(" of user " + endpoint.username(), "");
    for (String secret : secrets) {
      plain = secret.isEmpty() ? plain : plain.replace(secret, INSTEAD);
    }
    return plain;
  }

  private static int compare(String one, String other) {
    int byLength = Integer.compare(one.length(), other.length());
    return byLength == 0 ? one.compareTo(other) : byLength;
  }

  private static Optional<String> host(String address) {
    if (!address.contains("://")) {
      return Optional.of(address.replaceFirst(":\\d{1,5}$", ""));
    }
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }
}
