package org.haas.it.lab;

import org.haas.driver.contract.HypervisorContract;
import org.haas.driver.contract.HypervisorUnderTest;
import org.haas.it.Running;
import org.haas.spi.Label;
import org.junit.jupiter.api.BeforeAll;

/** The driver of libvirt on a real one: machines start, and their NICs are in a real switch. */
class LibvirtContractIT extends HypervisorContract {
  private static final LabSettings SETTINGS =
      LabSettings.ofEnvironment(Running.state().resolve("lab"));

  @BeforeAll
  static void up() {
    new LabScript(SETTINGS).run("up", "--state", SETTINGS.state().toString());
  }

  @Override
  protected HypervisorUnderTest fresh() {
    return new HypervisorLab(SETTINGS, new Label("contract"));
  }
}
