package org.haas.driver.sim;

import java.nio.file.Path;
import org.haas.driver.contract.DriverContract;
import org.haas.driver.contract.SwitchUnderTest;
import org.junit.jupiter.api.io.TempDir;

class SimSwitchContractTest extends DriverContract {
  @TempDir Path state;

  @Override
  protected SwitchUnderTest fresh() {
    return new SimLab(state);
  }
}
