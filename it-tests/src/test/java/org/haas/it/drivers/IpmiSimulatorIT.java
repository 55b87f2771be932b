package org.haas.it.drivers;

import org.haas.driver.contract.BmcContract;
import org.haas.driver.contract.BmcUnderTest;

/** The driver of IPMI, by the real ipmitool, against a controller that it was not written for. */
class IpmiSimulatorIT extends BmcContract {
  @Override
  protected BmcUnderTest fresh() {
    return new IpmiSimulator();
  }
}
