package org.haas.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Duration LENGTH = Duration.ofMinutes(1);

  private final AtomicInteger renewals = new AtomicInteger();
  private final AtomicBoolean renewable = new AtomicBoolean(true);

  @Test
  void holds_fresh_isNotRenewed() {
    assertThat(claimedBefore(Duration.ofSeconds(10)).holds()).isTrue();
    assertThat(renewals).hasValue(0);
  }

  @Test
  void holds_halfOver_isRenewedOnce() {
    Claim claim = claimedBefore(Duration.ofSeconds(40));
    assertThat(claim.holds()).isTrue();
    assertThat(claim.holds()).isTrue();
    assertThat(renewals).hasValue(1);
  }

  @Test
  void holds_renewalRefused_isLostForEver() {
    Claim claim = claimedBefore(Duration.ofSeconds(40));
    renewable.set(false);
    assertThat(claim.holds()).isFalse();
    renewable.set(true);
    assertThat(claim.holds()).isFalse();
    assertThat(renewals).hasValue(1);
  }

  @Test
  void holds_overBeforeItWasAsked_isLostWithoutARenewal() {
    Claim claim = claimedBefore(Duration.ofSeconds(61));
    assertThat(claim.holds()).isFalse();
    assertThat(renewals).hasValue(0);
  }

  private Claim claimedBefore(Duration ago) {
    return Claims.askedBefore(
        QueueId.ofSwitch(1),
        ago,
        LENGTH,
        () -> {
          renewals.incrementAndGet();
          return renewable.get();
        });
  }
}
