package org.haas.driver.ipmi;

import org.haas.driver.contract.BmcContract;
import org.haas.driver.contract.BmcUnderTest;

class IpmitoolBmcContractTest extends BmcContract {
  @Override
  protected BmcUnderTest fresh() {
    return new IpmiLab();
  }
}
