package org.haas.driver.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.haas.spi.PortName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OvsTableTest {
  private static final String HEADINGS =
      "\"headings\":[\"name\",\"tag\",\"trunks\",\"vlan_mode\",\"protected\"]";

  @Test
  void parse_answerOfARealSwitch_isUnderstood() {
    OvsTable table =
        OvsTable.parse(
            "p1\np2\n{\"data\":[[\"p1\",[\"set\",[]],101,\"trunk\",false],"
                + "[\"p2\",100,[\"set\",[101,102]],\"native-untagged\",false],"
                + "[\"br0\",[\"set\",[]],[\"set\",[]],[\"set\",[]],false]],"
                + HEADINGS
                + "}\n",
            ParkingRange.RESERVED);

    assertThat(table.has(new PortName("br0"))).isFalse();
    assertThat(table.config(new PortName("p1"))).hasToString("tagged 101");
    assertThat(table.config(new PortName("p2"))).hasToString("native 100, tagged 101 102");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "{}",
        "[]",
        "{\"data\":[],\"headings\":[\"name\"]}",
        "{\"data\":[[\"p1\"]]," + HEADINGS + "}",
        "{\"data\":[[\"p1\",\"x\",1,\"trunk\",false]]," + HEADINGS + "}",
        "{\"data\":[[\"p1\",99999,1,\"trunk\",false]]," + HEADINGS + "}",
        "{\"data\":[[\"p1\",1,1,\"trunk\",false]]," + HEADINGS + "",
        "{\"data\":[[\"p1\",1.5,1,\"trunk\",false]]," + HEADINGS + "}",
        "{\"data\":[[\"p1\",null,1,\"trunk\",false]]," + HEADINGS + "}",
        "{\"data\":[[\"p1\",[],1,\"trunk\",false]]," + HEADINGS + "}"
      })
  void parse_garbage_isRefused(String output) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OvsTable.parse(output, ParkingRange.RESERVED));
  }

  @Test
  void transactions_manyCommands_areFewLinesOfBoundedLength() {
    List<String> lines =
        OvsLines.transactions(Duration.ofSeconds(30), Collections.nCopies(500, "x".repeat(100)));

    assertThat(lines).hasSizeBetween(2, 5).allMatch(line -> line.length() < 17_000);
    assertThat(lines).allMatch(line -> line.startsWith("ovs-vsctl --timeout=30 xxx"));
  }
}
