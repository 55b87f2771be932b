package org.haas.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.spi.BmcDriver.BmcConsole;

/**
 * Drives one kind of hypervisor: the hosts on which headnodes run. Stateless and thread-safe; found
 * by {@link java.util.ServiceLoader}. Every driver passes {@code HypervisorContract} (test-jar of
 * haas-drivers).
 *
 * <p>What a driver makes carries a mark: the owner of the endpoint, and the machine's id. It never
 * changes, stops or deletes anything without that mark, whatever its name.
 */
public interface HypervisorDriver {

  /** The name in the database, the API and the documentation, such as {@code libvirt}. */
  String type();

  /** The settings that the driver knows; any other key is refused at registration. */
  Set<String> settings();

  /** VLAN ids that the driver keeps for NICs that are unplugged; no NIC can be on one. */
  Set<VlanId> reserved();

  /**
   * Refuses an address and settings that no hypervisor of this kind can have.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  void validate(String address, Map<String, String> settings);

  /**
   * Reads the SSH host key that the hypervisor shows, {@code <type> <base64>}, without logging in,
   * for an administrator to enrol. Empty when this address is not reached by SSH.
   *
   * @throws DriverException UNREACHABLE
   */
  Optional<String> hostKey(HypervisorEndpoint endpoint);

  /**
   * Logs in.
   *
   * @throws DriverException UNREACHABLE, REFUSED or HOST_KEY_CHANGED
   */
  HypervisorSession open(HypervisorEndpoint endpoint);

  /**
   * One login. Owned by one thread. Every method may throw {@link DriverException}; none takes
   * longer than the endpoint's timeout for each thing that it asks of the hypervisor. After
   * UNREACHABLE and DEADLINE the session is of no more use. Every step repeats safely: done again,
   * also after a crash in its middle, it changes nothing or completes what is missing.
   */
  interface HypervisorSession extends AutoCloseable {

    /** What the host has and what of it is free now. */
    HostCapacity capacity();

    /** The base images that disks can be made from. */
    List<BaseImage> images();

    /**
     * Makes the machine's disk as an overlay of the image, which never changes. A disk that is
     * there already stays as it is.
     *
     * @param sizeBytes what the machine sees; never less than the image
     * @throws DriverException REFUSED also when there is no such image, or no space
     */
    void createDisk(VmId vm, Label image, long sizeBytes);

    /** Makes, or replaces, the read-only disk from which the machine configures itself. */
    void writeSeed(VmId vm, Seed seed);

    /**
     * Makes the machine known to the hypervisor, stopped, with the disk and the seed made before;
     * or changes one that is stopped to be so.
     *
     * @throws DriverException REFUSED also when it runs and is not the same
     */
    void define(Vm vm);

    /** Starts it; a machine that runs goes on. Does not wait until its system is up. */
    void start(VmId vm);

    /** Asks its system to shut down, as its power button does; does not wait until it has. */
    void shutDown(VmId vm);

    /** Ends it at once, as if the power had failed. */
    void stop(VmId vm);

    /** Ends it and removes everything of it: machine, disk and seed. */
    void delete(VmId vm);

    /** {@link VmState#ABSENT} when the hypervisor knows no such machine. */
    VmState state(VmId vm);

    /** The machine as the hypervisor has it: while it runs, the NICs as they are now. */
    Optional<Vm> read(VmId vm);

    /**
     * Brings one NIC to what is wanted, now and for later starts: adds it if it is missing, moves
     * it to its VLAN, or unplugs it. A NIC that changes from one VLAN to another is unplugged in
     * between. A NIC that is unplugged hears and sends nothing from then on, whatever its machine
     * does.
     */
    void plug(VmId vm, VmNic nic);

    /**
     * Unplugs the NIC and takes it out. A machine that runs may hold on to the device; it is cut
     * off then, and gone at the next start.
     */
    void removeNic(VmId vm, MacAddress mac);

    /**
     * Opens the serial console of a running machine. Another session that holds it is ended first.
     * It ends with the machine's run.
     *
     * @throws DriverException REFUSED also when the machine does not run
     */
    BmcConsole console(VmId vm);

    /**
     * Opens the graphical console of a running machine.
     *
     * @throws DriverException REFUSED also when the machine does not run
     */
    VmScreen screen(VmId vm);

    /** Everything on this hypervisor that carries the endpoint's owner, by its id. */
    Map<VmId, Set<VmPart>> found();

    @Override
    void close();
  }

  /**
   * A graphical console as a two-way stream of bytes in the RFB protocol (VNC), from the server's
   * greeting on; independent of the session that opened it. The hypervisor itself listens for it
   * nowhere that a network reaches. One thread reads, another may write, any may close.
   */
  interface VmScreen extends AutoCloseable {

    /**
     * Waits for bytes, at most about a second.
     *
     * @return how many were put into {@code into}; 0 when there were none yet; -1 at the end
     * @throws DriverException UNREACHABLE the connection broke
     */
    int read(byte[] into);

    /**
     * Sends bytes.
     *
     * @throws DriverException UNREACHABLE
     */
    void write(byte[] bytes);

    /** Ends it at once, a waiting {@link #read} too. */
    @Override
    void close();
  }
}
