package org.haas.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Drives one kind of switch. Stateless and thread-safe; found by {@link java.util.ServiceLoader}.
 * Every driver passes {@code DriverContract} (test-jar of haas-drivers).
 */
public interface SwitchDriver {

  /** The name in the database, the API and the documentation, such as {@code ovs}. */
  String type();

  /** What it can do; asked before a request is queued. */
  Set<Capability> capabilities();

  /** VLAN ids that this operating system, or the driver for its parked ports, keeps for itself. */
  Set<VlanId> reserved();

  /** The settings that the driver knows; any other key is refused at registration. */
  Set<String> settings();

  /** The TCP port when an endpoint names none. */
  int defaultPort();

  /** Whether the switch shows a key, of SSH or TLS, which must be enrolled first. */
  boolean showsHostKey();

  /**
   * Refuses a port name that this operating system cannot have.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  void validate(PortName port);

  /** The lines that {@link SwitchSession#apply} would send for this change, secrets masked. */
  List<String> render(PortChange change);

  /**
   * Reads the host key that the switch shows, without logging in, for an administrator to enrol: of
   * SSH, or {@code tls-sha256} and the SHA-256 of its certificate. Empty when there is none.
   *
   * @throws DriverException UNREACHABLE
   */
  Optional<String> hostKey(SwitchEndpoint endpoint);

  /**
   * Logs in.
   *
   * @throws DriverException UNREACHABLE, REFUSED or HOST_KEY_CHANGED
   */
  SwitchSession open(SwitchEndpoint endpoint);

  /** Whether such a switch tells by itself what was changed there, so that it can be watched. */
  default boolean tellsChanges() {
    return false;
  }

  /**
   * Logs in to listen only. The endpoint needs no claim.
   *
   * @throws DriverException as {@link #open}; REFUSED where {@link #tellsChanges} is false
   */
  default SwitchWatch watch(SwitchEndpoint endpoint) {
    throw new DriverException(
        DriverException.Kind.REFUSED, endpoint.described() + " does not tell what changes there.");
  }

  /**
   * One login. Owned by one thread. Every method may throw {@link DriverException}; after
   * UNREACHABLE the session is of no more use. Doing anything twice is harmless.
   */
  interface SwitchSession extends AutoCloseable {

    /**
     * Reads ports. A port whose state the switch cannot carry out (a VLAN that is inactive or not
     * created) is not reported as carrying just that: it is {@link PortConfig#inexact}, {@link
     * PortConfig#EVERYTHING}, or without that VLAN.
     *
     * @return one entry for each port asked
     * @throws DriverException REFUSED when a port does not exist
     */
    Map<PortName, PortConfig> read(Collection<PortName> ports);

    /**
     * Brings the ports to the desired state: shut or cut off first when the tenant changes, exact
     * lists, learned MAC addresses flushed. Does not read back: the caller does. A change that
     * {@link PortChange#isDone} sends nothing.
     */
    void apply(List<PortChange> changes);

    /** Running configuration to start-up configuration, confirmed by the switch. */
    void save();

    /** Deletes VLANs that no port carries any more; where VLANs need no creation, does nothing. */
    void retire(Set<VlanId> vlans);

    @Override
    void close();
  }
}
