package org.haas.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.overview.NameView;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void facts_jsonTexts_arePlainAndInOrder() {
    assertThat(Words.facts(Map.of("ram", "\"512 GiB\"", "cores", "64", "odd", "{\"a\":[1]}")))
        .containsExactly(
            new Fact("cores", "64"), new Fact("odd", "{\"a\":[1]}"), new Fact("ram", "512 GiB"));
  }

  @Test
  void plain_noJson_isItself() {
    assertThat(Words.plain("{half")).isEqualTo("{half");
  }

  @Test
  void vlan_taggedOrNative_isItsNumberOrNothing() {
    assertThat(Words.vlan(Channel.parse("vlan/235"))).isEqualTo("235");
    assertThat(Words.vlan(Channel.NATIVE)).isEmpty();
  }

  @Test
  void wayOut_whileItIsTriedOrWentWell_worriesOnlyAfterAFailure() {
    assertThat(Words.wayOut(connect(OperationState.PENDING, 0))).isEmpty();
    assertThat(Words.wayOut(connect(OperationState.RUNNING, 2))).isEqualTo("way.again");
    assertThat(Words.wayOut(connect(OperationState.DONE, 2))).isEmpty();
    assertThat(Words.wayOut(connect(OperationState.CANCELLED, 0))).isEmpty();
  }

  @Test
  void wayOut_afterTheLastFailure_dependsOnWhatWasAsked() {
    Optional<String> node = Optional.of("node-1");
    assertThat(Words.wayOut(connect(OperationState.ERROR, 5))).isEqualTo("way.connect");
    assertThat(Words.wayOut(failed("modify_port", node))).isEqualTo("way.detach");
    assertThat(Words.wayOut(failed("revert_port", node))).isEqualTo("way.port");
    assertThat(Words.wayOut(failed("park_port", Optional.empty()))).isEqualTo("way.switch");
    assertThat(Words.wayOut(failed("check_hypervisor", Optional.empty())))
        .isEqualTo("way.headnode");
  }

  @Test
  void address_ofWhatIsFound_isThatOfItsPage() {
    Label name = new Label("x.1");
    assertThat(Arrays.stream(NameView.Kind.values()).map(kind -> new NameView(kind, name)))
        .map(Words::address)
        .containsExactly(
            "/nodes/x.1",
            "/networks/x.1",
            "/headnodes/x.1",
            "/projects/x.1",
            "/admin/inventory/switches/x.1",
            "/admin/inventory/hypervisors/x.1");
  }

  private static OperationView connect(OperationState state, int attempts) {
    return operation("modify_port", Optional.of("node-1"), Optional.of("lab"), state, attempts);
  }

  private static OperationView failed(String action, Optional<String> node) {
    return operation(action, node, Optional.empty(), OperationState.ERROR, 5);
  }

  private static OperationView operation(
      String action,
      Optional<String> node,
      Optional<String> network,
      OperationState state,
      int attempts) {
    Optional<String> none = Optional.empty();
    return new OperationView(
        new UUID(1, 2),
        action,
        state,
        none,
        node,
        none,
        none,
        network,
        none,
        none,
        none,
        attempts,
        none,
        "physics",
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        none,
        none);
  }
}
