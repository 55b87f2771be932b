package org.haas.driver.ovs;

import org.haas.driver.contract.DriverContract;
import org.haas.driver.contract.SwitchUnderTest;

class OpenVswitchDatabaseContractTest extends DriverContract {
  @Override
  protected SwitchUnderTest fresh() {
    return new OvsdbLab();
  }

  @Override
  protected int randomCases() {
    return 10;
  }
}
