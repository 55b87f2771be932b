package org.haas.driver.contract;

import java.util.Optional;
import java.util.OptionalLong;
import org.haas.spi.HypervisorDriver;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.VlanId;
import org.haas.spi.VmId;

/** A hypervisor without machines of ours, reached over a real connection. */
public interface HypervisorUnderTest extends AutoCloseable {

  /** The driver to test. */
  HypervisorDriver driver();

  /** How to log in; no time-out may be longer than some seconds. */
  HypervisorEndpoint endpoint();

  /**
   * A base image whose system, once it is up, repeats what is typed on its serial console and heeds
   * the power button.
   */
  Label image();

  /** Whether the machine runs, found out without the driver. */
  boolean runs(VmId vm);

  /**
   * Where a NIC of a running machine is, found out without the driver: the VLAN whose frames it
   * gets; empty when it gets none and nobody gets what it sends.
   */
  Optional<VlanId> vlan(VmId vm, MacAddress mac);

  /** The bytes of the machine's seed, found out without the driver. */
  byte[] seed(VmId vm);

  /** How much was asked of the hypervisor after logins; empty when it cannot tell. */
  OptionalLong commandsHeard();

  /** Something that another installation of HaaS, or nobody we know, has made there; stopped. */
  VmId stranger();

  /** Whether that is still there, as it was. */
  boolean isUnharmed(VmId stranger);

  /** The names, as a pattern, of threads that are not the driver's. */
  default String sharedThreads() {
    return "process reaper.*";
  }

  /** From now on it answers nothing more, or is well again. */
  void hang(boolean on);

  /** From now on nobody is there. */
  void die();

  @Override
  void close();
}
