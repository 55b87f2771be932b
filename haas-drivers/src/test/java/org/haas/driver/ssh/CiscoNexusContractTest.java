package org.haas.driver.ssh;

import org.haas.driver.contract.DriverContract;
import org.haas.driver.contract.SwitchUnderTest;

class CiscoNexusContractTest extends DriverContract {
  @Override
  protected SwitchUnderTest fresh() {
    return new NexusLab();
  }

  @Override
  protected int randomCases() {
    return 15;
  }

  @Override
  protected int linesOfAVisit() {
    return 60;
  }
}
