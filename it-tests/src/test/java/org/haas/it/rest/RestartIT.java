package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.haas.it.proof.Invariants;
import org.haas.it.proof.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everything was stopped and started again: nothing is lost, and everybody may do what he might
 * before. (Payara applies an application's roles differently when it loads it at its own start than
 * when it is deployed live, so both ways are tested.)
 */
class RestartIT extends AuthorizationIT {
  /** On two quiet cores 45 s are promised; a machine that runs tests is not quiet. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** What controllers say is read anew all the time. */
  private static final Pattern READ_FROM_BMC = Pattern.compile("\"power\":\\{[^}]*},");

  private static Map<String, String> before;
  private static Map<String, String> after;
  private static Duration ready;

  @BeforeAll
  static void restart() {
    Invariants.awaitQuiet(List.of(site.switchName));
    before = known();
    boolean withLab = Server.hasLab();
    try {
      Server.stop();
    } finally {
      ready = Server.start(withLab);
    }
    after = known();
    System.out.printf("RestartIT: ready %.1f s after ./run --detach%n", ready.toMillis() / 1000.0);
  }

  private static Map<String, String> known() {
    Map<String, String> known = new LinkedHashMap<>();
    for (String path :
        List.of(
            "v1/projects",
            "v1/projects/%s/members".formatted(site.project),
            "v1/nodes?limit=1000",
            "v1/networks?limit=1000",
            "v1/switches",
            "v1/operations?limit=1000",
            "v1/users")) {
      known.put(path, READ_FROM_BMC.matcher(site.admin.get(path).is(200).body()).replaceAll(""));
    }
    return known;
  }

  @Test
  void start_secondTime_isReadyInTime() {
    assertThat(ready).isLessThan(LONGEST);
  }

  @Test
  void data_ofTheRunBefore_isKept() {
    assertThat(after).isEqualTo(before);
  }
}
