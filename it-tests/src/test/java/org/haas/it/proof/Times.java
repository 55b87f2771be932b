package org.haas.it.proof;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How long operations took, from the request until they had ended.
 *
 * @param late what 95 of 100 did not exceed
 */
record Times(int count, Duration median, Duration late) {

  /** Those of operations that have ended. */
  static Times of(Collection<String> operations) {
    String ids = operations.stream().collect(Collectors.joining("','", "'", "'"));
    String sql =
        "select (extract(epoch from finished_at - requested_at) * 1000)::bigint from operation"
            + " where uuid in (%s) order by 1";
    try (Records records = Records.open()) {
      List<Duration> took =
          records.rows(sql.formatted(ids)).stream()
              .map(row -> Duration.ofMillis(Long.parseLong(row.get(0))))
              .toList();
      return new Times(
          took.size(), took.get(took.size() / 2), took.get((took.size() * 95 - 1) / 100));
    }
  }
}
