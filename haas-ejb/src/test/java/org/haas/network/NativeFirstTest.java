package org.haas.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.node.Nic;
import org.haas.node.Node;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;

class NativeFirstTest {
  private static final Channel TAGGED = Channel.tagged(new VlanId(101));

  private final Nic nic =
      new Nic(
          new Node(new Label("node-01")), new Label("nic-0"), new MacAddress("52:54:00:00:00:01"));
  private final Attachment untagged = on(Channel.NATIVE, 100);
  private final Attachment tagged = on(TAGGED, 101);

  @Test
  void requireConnectable_taggedWithoutNative_isBlocked() {
    assertBlocked(() -> NativeFirst.requireConnectable(nic, TAGGED, List.of()));
    assertBlocked(() -> NativeFirst.requireConnectable(nic, TAGGED, List.of(tagged)));
  }

  @Test
  void requireConnectable_taggedWhileTheNativeIsGoing_isBlocked() {
    untagged.detach();

    assertBlocked(() -> NativeFirst.requireConnectable(nic, TAGGED, List.of(untagged)));
  }

  @Test
  void requireConnectable_nativeOrBesideANative_isAllowed() {
    assertThatCode(() -> NativeFirst.requireConnectable(nic, Channel.NATIVE, List.of()))
        .doesNotThrowAnyException();
    assertThatCode(() -> NativeFirst.requireConnectable(nic, TAGGED, List.of(untagged)))
        .doesNotThrowAnyException();
  }

  @Test
  void requireDetachable_nativeBesideTagged_isBlocked() {
    assertBlocked(() -> NativeFirst.requireDetachable(nic, untagged, List.of(untagged, tagged)));
  }

  @Test
  void requireDetachable_taggedOrTheLast_isAllowed() {
    assertThatCode(() -> NativeFirst.requireDetachable(nic, tagged, List.of(untagged, tagged)))
        .doesNotThrowAnyException();
    assertThatCode(() -> NativeFirst.requireDetachable(nic, untagged, List.of(untagged)))
        .doesNotThrowAnyException();
    tagged.detach();
    assertThatCode(() -> NativeFirst.requireDetachable(nic, untagged, List.of(untagged, tagged)))
        .doesNotThrowAnyException();
  }

  private static void assertBlocked(ThrowingCallable action) {
    assertThatExceptionOfType(HaasException.class)
        .isThrownBy(action)
        .withMessageContaining("only beside a native one")
        .extracting(HaasException::code)
        .isEqualTo(ErrorCode.BLOCKED);
  }

  private Attachment on(Channel channel, int vlan) {
    return new Attachment(
        nic,
        1,
        new Network(new Label("net-" + vlan), Optional.of(1L), Visibility.SHARED, new VlanId(vlan)),
        channel);
  }
}
