package org.haas.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.junit.jupiter.api.Test;

class DiscreetSessionTest {
  private static BmcEndpoint at(String address) {
    return new BmcEndpoint(
        new Label("node-1"),
        address,
        "operator",
        new Secret("s3cret"),
        Optional.empty(),
        Map.of(),
        Duration.ofSeconds(1),
        () -> true);
  }

  @Test
  void plain_refusedLogin_namesNoUser() {
    assertThat(
            DiscreetSession.plain(
                "The BMC of node node-1 refused the login of user operator: check name and"
                    + " password.",
                at("10.0.0.7")))
        .isEqualTo("The BMC of node node-1 refused the login: check name and password.");
  }

  @Test
  void plain_addressWithPort_namesNeitherItNorTheHost() {
    assertThat(DiscreetSession.plain("10.0.0.7:623 or 10.0.0.7 is away", at("10.0.0.7:623")))
        .isEqualTo("the BMC or the BMC is away");
  }

  @Test
  void plain_url_namesNeitherItNorTheHost() {
    assertThat(
            DiscreetSession.plain(
                "https://bmc-7.example/redfish: bmc-7.example is away",
                at("https://bmc-7.example/redfish")))
        .isEqualTo("the BMC: the BMC is away");
  }

  @Test
  void plain_password_isLeftOut() {
    assertThat(DiscreetSession.plain("it said s3cret", at("a"))).doesNotContain("s3cret");
  }
}
