package org.haas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SiteDocumentTest {
  @Test
  void demo_portAndPassword_areFilledIn() throws IOException {
    String document = Site.demo(17010, "pw");

    assertThat(document).contains("\"port\": 17010").contains("\"password\": \"pw\"");
    assertThat(document).doesNotContain("@");
  }

  @Test
  void demo_nodes_areTwelveWithTwoNicsOnPortsOfTheirOwn() throws IOException {
    String document = Site.demo(17010, "pw");

    List<String> cables = all(document, "\"switch\": \"(sim-\\d)\", \"port\": \"([^\"]+)\"");
    assertThat(all(document, "\"name\": \"(node-\\d\\d)\"")).hasSize(12).doesNotHaveDuplicates();
    assertThat(all(document, "\"mac\": \"([0-9a-f:]{17})\"")).hasSize(24).doesNotHaveDuplicates();
    assertThat(cables).hasSize(24);
    assertThat(new HashSet<>(cables)).hasSize(24);
    assertThat(all(document, "\"name\": \"(gi1/0/\\d+)\", \"role\": \"EDGE\"")).hasSize(32);
  }

  @Test
  void demo_nodes_haveTheControllersThatAreStarted() throws IOException {
    String document = Site.demo(17010, "pw");

    List<String> controllers = all(document, "\"address\": \"127.0.0.1:17010\"");
    assertThat(controllers).hasSameSizeAs(SimSwitches.machines());
    assertThat(all(document, "\"name\": \"(node-\\d\\d)\""))
        .containsExactlyElementsOf(
            SimSwitches.machines().stream().map("\"name\": \"%s\""::formatted).toList());
  }

  private static List<String> all(String document, String pattern) {
    return Pattern.compile(pattern).matcher(document).results().map(MatchResult::group).toList();
  }
}
