package org.haas.driver.sim;

import java.nio.file.Path;
import org.haas.driver.contract.HypervisorContract;
import org.haas.driver.contract.HypervisorUnderTest;
import org.junit.jupiter.api.io.TempDir;

class SimHypervisorContractTest extends HypervisorContract {
  @TempDir Path state;

  @Override
  protected HypervisorUnderTest fresh() {
    return new SimHypervisorLab(state);
  }
}
