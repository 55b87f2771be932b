package org.haas.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final VlanId VLAN = new VlanId(100);
  private static final Label PHYSICS = new Label("physics");

  private final Network shared = network(Optional.of(1L), Visibility.SHARED);

  @Test
  void isUsableBy_owner_isTrue() {
    assertThat(shared.isUsableBy(1)).isTrue();
  }

  @Test
  void isUsableBy_sharedWithoutGrants_isNobody() {
    assertThat(network(Optional.empty(), Visibility.SHARED).isUsableBy(1)).isFalse();
  }

  @Test
  void isUsableBy_public_isEverybody() {
    assertThat(network(Optional.empty(), Visibility.PUBLIC).isUsableBy(99)).isTrue();
  }

  @Test
  void grant_andRevoke_saysWhetherItChanged() {
    assertThat(shared.grant(2)).isTrue();
    assertThat(shared.grant(2)).isFalse();
    assertThat(shared.isUsableBy(2)).isTrue();
    assertThat(shared.revoke(2)).isTrue();
    assertThat(shared.revoke(2)).isFalse();
    assertThat(shared.isUsableBy(2)).isFalse();
  }

  @Test
  void requireUsableBy_stranger_isMismatch() {
    assertThatExceptionOfType(HaasException.class)
        .isThrownBy(() -> shared.requireUsableBy(2, PHYSICS))
        .withMessageContaining("physics")
        .extracting(HaasException::code)
        .isEqualTo(ErrorCode.PROJECT_MISMATCH);
  }

  @Test
  void requireLegal_noneAsked_isNative() {
    assertThat(shared.requireLegal(Optional.empty())).isEqualTo(Channel.NATIVE);
  }

  @Test
  void requireLegal_itsOwnVlan_isThat() {
    Channel tagged = Channel.tagged(VLAN);
    assertThat(shared.requireLegal(Optional.of(tagged))).isEqualTo(tagged);
  }

  @Test
  void requireLegal_anotherVlan_namesTheLegalOnes() {
    assertThatExceptionOfType(HaasException.class)
        .isThrownBy(() -> shared.requireLegal(Optional.of(Channel.tagged(new VlanId(101)))))
        .withMessageContaining("vlan/native or vlan/100")
        .extracting(HaasException::code)
        .isEqualTo(ErrorCode.BAD_ARGUMENT);
  }

  private static Network network(Optional<Long> owner, Visibility visibility) {
    return new Network(new Label("net"), owner, visibility, VLAN);
  }
}
