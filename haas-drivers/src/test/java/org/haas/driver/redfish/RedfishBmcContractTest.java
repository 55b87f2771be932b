package org.haas.driver.redfish;

import org.haas.driver.contract.BmcContract;
import org.haas.driver.contract.BmcUnderTest;

class RedfishBmcContractTest extends BmcContract {
  @Override
  protected BmcUnderTest fresh() {
    return new RedfishLab();
  }
}
