package org.haas.driver.junos;

import org.haas.driver.contract.DriverContract;
import org.haas.driver.contract.SwitchUnderTest;

class JunosContractTest extends DriverContract {
  @Override
  protected SwitchUnderTest fresh() {
    return new JunosLab();
  }

  /** Few: {@link JunosRandomTest} tries more, without a network in between. */
  @Override
  protected int randomCases() {
    return 3;
  }
}
