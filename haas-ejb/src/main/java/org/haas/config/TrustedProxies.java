package org.haas.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies in front of HaaS. A client may write anything into {@code X-Forwarded-For}; what a
 * proxy of ours has added at its end is true.
 */
public record TrustedProxies(List<Network> networks) {
  /** Nobody. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}");

  /** Copies the list. */
  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /**
   * Reads addresses and networks, separated by commas.
   *
   * @throws IllegalArgumentException one is neither
   */
  public static TrustedProxies parse(String text) {
    return text.isBlank()
        ? NONE
        : new TrustedProxies(SEPARATOR.splitAsStream(text.strip()).map(Network::parse).toList());
  }

  /**
   * Where a request came from: who is connected to us; if that is a proxy of ours, whom it says it
   * served; and so on, as long as one of ours speaks.
   *
   * @param connected the address of who is connected
   * @param forwarded the lines of the header {@code X-Forwarded-For}, in their order
   */
  public String client(String connected, List<String> forwarded) {
    List<String> told = new ArrayList<>();
    forwarded.forEach(line -> SEPARATOR.splitAsStream(line.strip()).forEach(told::add));
    Collections.reverse(told);
    String client = connected;
    for (String next : told) {
      if (!isOurs(client) || address(next).isEmpty()) {
        return client;
      }
      client = next;
    }
    return client;
  }

  private boolean isOurs(String text) {
    return address(text).filter(at -> networks.stream().anyMatch(net -> net.has(at))).isPresent();
  }

  /** An address written in numbers; a name is looked up nowhere. */
  private static Optional<InetAddress> address(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  /**
   * An address and those that share its first bits.
   *
   * @param bits 0 to 32 or 128
   */
  public record Network(InetAddress first, int bits) {
    /**
     * Reads such as {@code 10.0.0.0/8}.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public static Network parse(String text) {
      int slash = text.indexOf('/');
      Optional<InetAddress> at = address(slash < 0 ? text : text.substring(0, slash));
      int most = at.map(known -> known.getAddress().length * Byte.SIZE).orElse(0);
      String length = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
      if (at.isEmpty() || !length.matches("[0-9]{1,3}") || Integer.parseInt(length) > most) {
        throw new IllegalArgumentException(
            "%s is no address or network; write 10.0.0.1, 10.0.0.0/8 or ::1.".formatted(text));
      }
      return new Network(at.get(), Integer.parseInt(length));
    }

    /** Whether the address is in it. */
    public boolean has(InetAddress other) {
      byte[] ours = first.getAddress();
      byte[] theirs = other.getAddress();
      int whole = bits / Byte.SIZE;
      if (ours.length != theirs.length || !Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
        return false;
      }
      int rest = Byte.SIZE - bits % Byte.SIZE;
      return rest == Byte.SIZE || (ours[whole] & 0xff) >> rest == (theirs[whole] & 0xff) >> rest;
    }
  }
}
