package org.haas.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LookPlacesTest {
  private final LookPlaces places = new LookPlaces();
  private final List<Runnable> begun = new ArrayList<>();
  private final List<String> looks = new ArrayList<>();

  @Test
  void begin_underWay_isNotBegunTwice() {
    places.begin(7, false, begun::add, () -> looks.add("first"));
    places.begin(7, true, begun::add, () -> looks.add("second"));
    begun.forEach(Runnable::run);
    assertThat(looks).containsExactly("first");
    places.begin(7, false, Runnable::run, () -> looks.add("third"));
    assertThat(looks).containsExactly("first", "third");
  }

  @Test
  void begin_noThread_leavesThePlaceFree() {
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> places.begin(7, false, LookPlacesTest::refuse, () -> looks.add("never")));
    assertThat(places.left(false)).isEqualTo(LookPlaces.WELL);
    places.begin(7, false, Runnable::run, () -> looks.add("then"));
    assertThat(looks).containsExactly("then");
  }

  @Test
  void begin_lookBreaks_leavesThePlaceFree() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> places.begin(7, true, Runnable::run, LookPlacesTest::fall));
    assertThat(places.left(true)).isEqualTo(LookPlaces.FAILING);
  }

  @Test
  void left_manyHang_placesOfTheOthersAreFree() {
    for (long hanging = 0; hanging < LookPlaces.FAILING; hanging++) {
      places.begin(hanging, true, begun::add, () -> looks.add("never"));
    }
    assertThat(places.left(true)).isZero();
    assertThat(places.left(false)).isEqualTo(LookPlaces.WELL);
  }

  private static void refuse(Runnable task) {
    throw new RejectedExecutionException("no thread for " + task);
  }

  private static void fall() {
    throw new IllegalStateException("fell");
  }
}
