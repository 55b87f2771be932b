package org.haas.driver.ssh;

import org.haas.driver.contract.DriverContract;
import org.haas.driver.contract.SwitchUnderTest;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every driver that is a table, by SSH, against the emulator of its system. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.haas.driver.ssh.EmulatedSystemTest#types")
class CliDriverContractTest extends DriverContract {
  private final String type;

  CliDriverContractTest(String type) {
    this.type = type;
  }

  @Override
  protected SwitchUnderTest fresh() {
    return new SwitchLab(type);
  }

  /** Few: {@link CliDriverRandomTest} tries more, without a network in between. */
  @Override
  protected int randomCases() {
    return 2;
  }

  @Override
  protected int linesOfAVisit() {
    return 60;
  }
}
