package org.haas.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // runs over
  private final Quota ten = new Quota("requests", 10, Duration.ofSeconds(20), now::get);

  private void wait(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void take_tenAtOnce_areAllowedAndNoMore() {
    for (int i = 9; i >= 0; i--) {
      assertThat(ten.take("a")).isEqualTo(new Quota.Left(true, i, 2L * (10 - i), i == 0 ? 2 : 0));
    }
    assertThat(ten.take("a")).isEqualTo(new Quota.Left(false, 0, 20, 2));
    assertThat(ten.take("b").allowed()).isTrue();
  }

  @Test
  void take_asTheyComeBack_isAllowedOneByOne() {
    IntStream.range(0, 10).forEach(i -> ten.take("a"));
    wait(Duration.ofMillis(1999));
    assertThat(ten.take("a").allowed()).isFalse();
    wait(Duration.ofMillis(1));
    assertThat(ten.take("a").allowed()).isTrue();
    assertThat(ten.take("a").allowed()).isFalse();
    wait(Duration.ofSeconds(100)); // never more than all of them
    assertThat(ten.look("a")).isEqualTo(new Quota.Left(true, 10, 0, 0));
    assertThat(IntStream.range(0, 20).filter(i -> ten.take("a").allowed()).count()).isEqualTo(10);
  }

  @Test
  void take_refused_costsNothing() {
    IntStream.range(0, 1000).forEach(i -> ten.take("a"));
    wait(Duration.ofSeconds(2));
    assertThat(ten.take("a").allowed()).isTrue();
  }

  @Test
  void take_byManyThreads_isAllowedAsOftenAsThereAre() {
    Quota many = new Quota("requests", 1000, Duration.ofSeconds(20), now::get);
    assertThat(IntStream.range(0, 4000).parallel().filter(i -> many.take("a").allowed()).count())
        .isEqualTo(1000);
  }

  @Test
  void look_takesNothing() {
    assertThat(ten.look("a")).isEqualTo(new Quota.Left(true, 10, 0, 0));
    assertThat(ten.look("a").left()).isEqualTo(10);
    IntStream.range(0, 10).forEach(i -> ten.take("a"));
    assertThat(ten.look("a").allowed()).isFalse();
  }

  @Test
  void take_byManyCallers_forgetsThoseWhoHaveAllOfTheirs() {
    IntStream.range(0, Quota.MANY).forEach(i -> ten.take(i));
    wait(Duration.ofSeconds(2));
    assertThat(ten.take("one more").allowed()).isTrue();
    assertThat(ten.known()).isEqualTo(1);
  }

  @Test
  void take_byMoreCallersThanAreTold_sharesOne() {
    IntStream.range(0, Quota.MOST).forEach(i -> ten.take(i));
    assertThat(IntStream.range(0, 20).filter(i -> ten.take("new-" + i).allowed()).count())
        .isEqualTo(10);
    assertThat(ten.known()).isEqualTo(Quota.MOST + 1);
  }

  @Test
  void fields_areAsTheDraftHasThem() {
    assertThat(ten.policy()).isEqualTo("\"requests\";q=10;w=20");
    assertThat(ten.field(ten.take("a"))).isEqualTo("\"requests\";r=9;t=2");
    assertThat(ten).hasToString("10 requests in 20 s");
  }
}
