package org.haas.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SightTest {
  private static final Set<Long> OWN = Set.of(7L);

  @Test
  void seen_changeOfOwnProject_isToldWithNames() {
    assertThat(Sight.seen(change(Change.Kind.OPERATION, OptionalLong.of(7)), false, OWN))
        .extracting(ChangeView::node)
        .containsExactly(Optional.of("node-1"));
  }

  @Test
  void seen_operationOrNetworkOfAnotherProject_isNotTold() {
    assertThat(Sight.seen(change(Change.Kind.OPERATION, OptionalLong.of(8)), false, OWN)).isEmpty();
    assertThat(Sight.seen(change(Change.Kind.NETWORK, OptionalLong.of(8)), false, OWN)).isEmpty();
    assertThat(Sight.seen(change(Change.Kind.OPERATION, OptionalLong.empty()), false, OWN))
        .isEmpty();
  }

  @Test
  void seen_nodeOfAnotherProject_isToldWithoutNames() {
    assertThat(Sight.seen(change(Change.Kind.NODE, OptionalLong.of(8)), false, OWN))
        .containsExactly(ChangeView.nameless(Change.Kind.NODE));
  }

  @Test
  void seen_anythingAsAdministrator_isToldWithNames() {
    assertThat(Sight.seen(change(Change.Kind.NETWORK, OptionalLong.of(8)), true, Set.of()))
        .extracting(ChangeView::name)
        .containsExactly(Optional.of("thing"));
  }

  @Test
  void seen_queueOrMembership_isNotTold() {
    assertThat(Sight.seen(change(Change.Kind.QUEUE, OptionalLong.empty()), true, OWN)).isEmpty();
    assertThat(Sight.seen(change(Change.Kind.MEMBERSHIP, OptionalLong.of(7)), true, OWN)).isEmpty();
  }

  @Test
  void seen_lostChanges_areEveryKindWithoutNames() {
    assertThat(Sight.seen(Change.MISSED, false, Set.of()))
        .containsExactly(
            ChangeView.nameless(Change.Kind.NODE),
            ChangeView.nameless(Change.Kind.NETWORK),
            ChangeView.nameless(Change.Kind.HEADNODE),
            ChangeView.nameless(Change.Kind.OPERATION));
  }

  private static Change change(Change.Kind kind, OptionalLong project) {
    return new Change(kind, "thing", Optional.of("node-1"), project);
  }
}
