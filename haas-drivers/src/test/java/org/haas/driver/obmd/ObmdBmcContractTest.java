package org.haas.driver.obmd;

import org.haas.driver.contract.BmcContract;
import org.haas.driver.contract.BmcUnderTest;

class ObmdBmcContractTest extends BmcContract {
  @Override
  protected BmcUnderTest fresh() {
    return new ObmdLab();
  }
}
