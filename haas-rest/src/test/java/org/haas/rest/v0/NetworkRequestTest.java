package org.haas.rest.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.network.NetworkSpec;
import org.haas.network.Visibility;
import org.haas.spi.Label;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkRequestTest {
  private static final Label NAME = new Label("net");
  private static final Label PHYSICS = new Label("physics");

  @Test
  void spec_adminWithoutAccess_isPublic() {
    NetworkSpec spec = new NetworkRequest("admin", "", "").spec(NAME);
    assertThat(spec.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(spec.owner()).isEmpty();
    assertThat(spec.vlan()).isEmpty();
  }

  @Test
  void spec_adminForProject_isSharedWithIt() {
    NetworkSpec spec = new NetworkRequest("admin", "physics", "4050").spec(NAME);
    assertThat(spec.visibility()).isEqualTo(Visibility.SHARED);
    assertThat(spec.grants()).containsExactly(PHYSICS);
    assertThat(spec.vlan()).isEqualTo(Optional.of(new VlanId(4050)));
  }

  @Test
  void spec_project_ownsAndSharesWithNobody() {
    NetworkSpec spec = new NetworkRequest("physics", "physics", "").spec(NAME);
    assertThat(spec.owner()).isEqualTo(Optional.of(PHYSICS));
    assertThat(spec.visibility()).isEqualTo(Visibility.SHARED);
    assertThat(spec.grants()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"physics,'',''", "physics,biology,''", "physics,physics,100", "admin,'',x"})
  void spec_whatHilRefuses_isBadArgument(String owner, String access, String netId) {
    assertThatThrownBy(() -> new NetworkRequest(owner, access, netId).spec(NAME))
        .isInstanceOfSatisfying(
            HaasException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_ARGUMENT));
  }
}
