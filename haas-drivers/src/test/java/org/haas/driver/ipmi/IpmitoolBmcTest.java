package org.haas.driver.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PowerState;
import org.haas.spi.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IpmitoolBmcTest {
  private final IpmiLab lab = new IpmiLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void power_onlyTheOldCipherIsTaken_isFoundAndRemembered() {
    lab.emulator().suites(Set.of(3));
    assertThat(power(lab.endpoint())).isEqualTo(PowerState.OFF);
    lab.emulator().suites(Set.of(3, 17));

    CipherSuites ciphers = new CipherSuites();
    ciphers.reached("a", 3);
    assertThat(ciphers.forAddress("a", List.of(17, 3))).containsExactly(3, 17);
    assertThat(ciphers.forAddress("b", List.of(17, 3))).containsExactly(17, 3);
    assertThat(ciphers.forAddress("a", List.of(17))).containsExactly(17);
  }

  @Test
  void power_noCipherInCommon_isRefusedAndNamed() {
    lab.emulator().suites(Set.of(8));
    DriverException refused = failure(lab.endpoint());

    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused).hasMessageContaining("[17, 3]").hasMessageContaining("algorithm");
    lab.emulator().suites(Set.of(3));
    assertThat(failure(lab.endpoint(Map.of("cipher", "17")))).hasMessageContaining("[17]");
  }

  @Test
  void power_noIpmitool_saysWhatToInstall() {
    IpmitoolBmc driver = new IpmitoolBmc(List.of("/no/such/ipmitool"));
    DriverException refused =
        catchThrowableOfType(DriverException.class, () -> driver.open(lab.endpoint()).power());

    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused).hasMessageContaining("apt-get install ipmitool");
  }

  @Test
  void power_secretThatNoProgramCanBeGiven_isRefusedAndNotTold() {
    BmcEndpoint from = lab.endpoint();
    DriverException refused =
        failure(
            new BmcEndpoint(
                from.node(),
                from.address(),
                from.username(),
                new Secret("half\0half"),
                from.certificate(),
                from.settings(),
                from.timeout(),
                from.mayProceed()));

    assertThat(refused).hasMessageNotContaining("half").hasNoCause();
  }

  @Test
  void open_wrongSettings_areRefusedAndNamed() {
    for (Map.Entry<String, String> wrong :
        Map.of("cipher", "0", "privilege", "root", "oem", "-x", "efi", "1", "keepalive", "never")
            .entrySet()) {
      BmcEndpoint endpoint = lab.endpoint(Map.ofEntries(wrong));
      assertThat(failure(endpoint))
          .hasMessageContaining("the setting " + wrong.getKey())
          .extracting(DriverException::kind)
          .isEqualTo(Kind.REFUSED);
    }
  }

  @Test
  void words_ofIpmitool_loseChatterAndKeepTheReason() {
    String errors =
        """
        Loading IANA PEN Registry...
        > RAKP 2 HMAC is invalid
        Error: Unable to establish IPMI v2 / RMCP+ session
        """;
    assertThat(new IpmiAnswer(1, "", errors).words())
        .isEqualTo("RAKP 2 HMAC is invalid; Unable to establish IPMI v2 / RMCP+ session");
    assertThat(new IpmiAnswer(7, "", "").words()).isEqualTo("exit code 7");
  }

  @Test
  void chatter_inAnyPieces_isTakenOutAndNothingElse() {
    String sent = "\u001eB [send break]\n";
    String all =
        "[SOL Session operational.  Use \u001e? for help]\nab\u001e" + sent + "c\u001eB [" + sent;
    for (int size = 1; size <= all.length(); size++) {
      SolChatter chatter = new SolChatter();
      chatter.breakSent();
      chatter.breakSent();
      StringBuilder said = new StringBuilder();
      for (int at = 0; at < all.length(); at += size) {
        String chunk = all.substring(at, Math.min(all.length(), at + size));
        said.append(text(chatter.without(chunk.getBytes(StandardCharsets.ISO_8859_1), false)));
      }
      assertThat(said.toString()).isEqualTo("ab\u001ec\u001eB [");
      assertThat(text(chatter.without(sent.getBytes(StandardCharsets.ISO_8859_1), true)))
          .isEqualTo(sent);
    }
  }

  @Test
  void chatter_noGreeting_isTheMachinesOwn() {
    assertThat(text(new SolChatter().without("[SOL ok".getBytes(StandardCharsets.US_ASCII), false)))
        .isEqualTo("[SOL ok");
  }

  private PowerState power(BmcEndpoint endpoint) {
    try (BmcSession session = lab.driver().open(endpoint)) {
      return session.power();
    }
  }

  private DriverException failure(BmcEndpoint endpoint) {
    return catchThrowableOfType(DriverException.class, () -> power(endpoint));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
