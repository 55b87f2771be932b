package org.haas.spi;

import java.util.Optional;
import java.util.Set;

/**
 * Drives one kind of management controller (BMC). Stateless but for what it remembers of a
 * controller's abilities, and thread-safe; found by {@link java.util.ServiceLoader}. Every driver
 * passes {@code BmcContract} (test-jar of haas-drivers).
 */
public interface BmcDriver {

  /** The name in the database, the API and the documentation, such as {@code ipmi}. */
  String type();

  /** The settings that the driver knows; any other key is refused at registration. */
  Set<String> settings();

  /**
   * Refuses an address that no controller of this kind can have.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  void validate(String address);

  /**
   * Reads the fingerprint of the TLS certificate that the controller shows, without logging in, for
   * an administrator to enrol. Empty when the driver uses no TLS.
   *
   * @throws DriverException UNREACHABLE
   */
  Optional<String> certificate(BmcEndpoint endpoint);

  /**
   * A session; it may log in now or at its first command.
   *
   * @throws DriverException UNREACHABLE, REFUSED, or HOST_KEY_CHANGED for a TLS certificate that is
   *     neither valid nor the enrolled one
   */
  BmcSession open(BmcEndpoint endpoint);

  /**
   * One login. Owned by one thread. Every method may throw {@link DriverException}, within the
   * endpoint's timeout. Doing anything twice is harmless.
   */
  interface BmcSession extends AutoCloseable {

    /** Whether the machine has power now. */
    PowerState power();

    /** Tells the controller; does not wait until it is so: the caller reads {@link #power}. */
    void command(PowerCommand command);

    /**
     * Chooses what the machine boots from.
     *
     * @param once for the next start only; else until it is changed
     */
    void bootFrom(BootDevice device, boolean once);

    /**
     * Opens the serial console. Another session that holds it is ended first. What the controller
     * kept from before is part of what is read.
     *
     * @throws DriverException REFUSED also when this controller has no serial console
     */
    BmcConsole console();

    @Override
    void close();
  }

  /**
   * A serial console as a two-way stream of bytes, independent of the session that opened it. One
   * thread reads, another may write, any may close.
   */
  interface BmcConsole extends AutoCloseable {

    /**
     * Waits for output, at most about a second.
     *
     * @return how many bytes were put into {@code into}; 0 when there were none yet; -1 when the
     *     console has ended
     * @throws DriverException UNREACHABLE the connection broke, or the controller hangs
     */
    int read(byte[] into);

    /**
     * Sends keystrokes.
     *
     * @throws DriverException UNREACHABLE; REFUSED when this console can only be watched
     */
    void write(byte[] keys);

    /**
     * Sends the line condition that a serial port calls Break.
     *
     * @throws DriverException as {@link #write}
     */
    void sendBreak();

    /** Ends it at once, a waiting {@link #read} too; no process and no thread stays. */
    @Override
    void close();
  }
}
