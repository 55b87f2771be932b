package org.haas.driver.ovs;

import org.haas.driver.contract.DriverContract;
import org.haas.driver.contract.SwitchUnderTest;

class OpenVswitchContractTest extends DriverContract {
  @Override
  protected SwitchUnderTest fresh() {
    return new OvsLab();
  }

  @Override
  protected int randomCases() {
    return 10;
  }
}
