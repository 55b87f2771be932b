package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmTest {
  private static final MacAddress MAC = new MacAddress("52:54:00:00:00:01");

  @ParameterizedTest
  @MethodSource("org.haas.spi.BadTexts#all")
  void parseId_notAnId_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> VmId.parse(text));
  }

  @Test
  void parseId_whatItWrites_isItself() {
    VmId id = VmId.random();
    assertThat(VmId.parse(id.toString())).isEqualTo(id);
    assertThatIllegalArgumentException().isThrownBy(() -> VmId.parse("1-1-1-1-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01:00:5e:00:00:01", "ff:ff:ff:ff:ff:ff", "00:00:00:00:00:00"})
  void nic_addressOfMany_isRefused(String mac) {
    assertThatIllegalArgumentException().isThrownBy(() -> VmNic.unplugged(new MacAddress(mac)));
  }

  @Test
  void create_outOfBounds_isRefused() {
    refused(0, 64 << 20);
    refused(257, 64 << 20);
    refused(1, (64 << 20) + 1);
    refused(1, 1 << 20);
    refused(1, Long.MAX_VALUE);
    VmNic nic = VmNic.unplugged(MAC);
    assertThatIllegalArgumentException().isThrownBy(() -> vm(1, 64 << 20, nic, nic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.1",
        "10.0.0.256/24",
        "010.0.0.1/24",
        "10.0.0.1/33",
        "10.0.0.1/24\n",
        "x/1",
        "::1/64",
        "10.0.0.1/24, 10.0.0.2/24"
      })
  void seedNic_notAnAddress_isRefused(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SeedNic(MAC, Optional.of(address)));
  }

  @Test
  void userData_thatIsNone_isRefused() {
    for (String bad :
        List.of("", "plain", "#\0", "#\ud800", "#" + "x".repeat(UserData.MOST_BYTES))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new UserData(bad));
    }
    assertThat(new UserData("#!/bin/sh\nsecret\n").toString()).doesNotContain("secret");
  }

  private static void refused(int cpus, long memory) {
    assertThatIllegalArgumentException().isThrownBy(() -> vm(cpus, memory));
  }

  private static Vm vm(int cpus, long memory, VmNic... nics) {
    return new Vm(VmId.random(), new Label("a"), cpus, memory, List.of(nics));
  }
}
