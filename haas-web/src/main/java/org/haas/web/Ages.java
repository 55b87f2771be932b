package org.haas.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long things are ago, short. */
@Named("ages")
@ApplicationScoped
public class Ages {
  private static final long SIXTY = 60;
  private static final long HOURS_OF_A_DAY = 24;

  /** The most of a unit before the next larger one is taken. */
  private static final long TWICE_SIXTY = 120;

  private static final long TWO_DAYS = 48;

  @Inject private Clock clock;

  /** How long that moment is ago: {@code 90 s}, {@code 5 min}, {@code 3 h}, {@code 12 d}. */
  public String since(Instant moment) {
    return between(moment, clock.instant());
  }

  /** The same in whole seconds. */
  public long seconds(Instant moment) {
    return Math.max(0, Duration.between(moment, clock.instant()).toSeconds());
  }

  /** The moment so long ago. */
  Instant ago(Duration age) {
    return clock.instant().minus(age);
  }

  static String between(Instant from, Instant to) {
    long seconds = Math.max(0, Duration.between(from, to).toSeconds());
    if (seconds < TWICE_SIXTY) {
      return seconds + " s";
    }
    long minutes = seconds / SIXTY;
    if (minutes < TWICE_SIXTY) {
      return minutes + " min";
    }
    long hours = minutes / SIXTY;
    return hours < TWO_DAYS ? hours + " h" : hours / HOURS_OF_A_DAY + " d";
  }
}
