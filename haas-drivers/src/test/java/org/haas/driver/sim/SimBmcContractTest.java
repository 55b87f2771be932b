package org.haas.driver.sim;

import java.nio.file.Path;
import org.haas.driver.contract.BmcContract;
import org.haas.driver.contract.BmcUnderTest;
import org.junit.jupiter.api.io.TempDir;

class SimBmcContractTest extends BmcContract {
  @TempDir Path state;

  @Override
  protected BmcUnderTest fresh() {
    return new SimBmcLab(state);
  }
}
