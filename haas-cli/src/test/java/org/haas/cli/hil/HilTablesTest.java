package org.haas.cli.hil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.cli.hil.Table.Row;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HilTablesTest {
  private final Map<String, List<Row>> rows = new HashMap<>();
  private final Map<String, Row> types = new HashMap<>();

  @BeforeEach
  void lab() {
    row("project", "id=1", "label=astro");
    row("project", "id=2", "label=bio");
    row("user", "id=1", "label=alice", "is_admin=f", "hashed_password=x");
    row("user_projects", "user_id=1", "project_id=2");
    row("user_projects", "user_id=1", "project_id=2");
    row("switch", "id=3", "label=tor", "type=http://schema.example.org/haas/v0/switches/nexus");
    types.put("3", made("nexus", "id=3", "hostname=h", "dummy_vlan=7"));
    row("port", "id=9", "label=Ethernet1/1", "owner_id=3");
    row(
        "node",
        "id=4",
        "label=n1",
        "project_id=1",
        "obmd_uri=http://o/n1",
        "obmd_admin_token=very secret",
        "obmd_node_token=t");
    row("nic", "id=5", "label=eth0", "owner_id=4", "mac_addr=52:54:00:00:00:01", "port_id=9");
    row("network", "id=6", "label=net", "owner_id=1", "allocated=t", "network_id=104");
    row("network_projects", "project_id=1", "network_id=6");
    row("network_attachment", "id=7", "nic_id=5", "network_id=6", "channel=vlan/104");
    row("vlan", "id=2", "vlan_no=105", "available=t");
    row("vlan", "id=1", "vlan_no=104", "available=f");
  }

  private static Row made(String table, String... values) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      String text = value.substring(equals + 1);
      columns.put(value.substring(0, equals), text.isEmpty() ? null : text);
    }
    return new Row(table, columns);
  }

  private void row(String table, String... values) {
    rows.computeIfAbsent(table, name -> new ArrayList<>()).add(made(table, values));
  }

  private Hil hil() {
    Map<String, Table> tables = new HashMap<>();
    HilTables.ALL.forEach(
        name -> tables.put(name, new Table(name, rows.getOrDefault(name, List.of()))));
    return new HilTables(tables, types).hil();
  }

  @Test
  void rows_ofALab_arePutTogetherByTheirIds() {
    Hil hil = hil();

    assertThat(hil.projects()).containsExactly("astro", "bio");
    assertThat(hil.users()).containsExactly(new Hil.User("alice", false, List.of("bio")));
    assertThat(hil.switches())
        .containsExactly(
            new Hil.Switch(
                "tor",
                "nexus",
                Map.of("hostname", "h", "dummy_vlan", "7"),
                List.of("Ethernet1/1")));
    assertThat(hil.networks())
        .containsExactly(new Hil.Network("net", Optional.of("astro"), List.of("astro"), "104"));
    assertThat(hil.nodes())
        .containsExactly(
            new Hil.Node(
                "n1",
                Optional.of("astro"),
                Optional.of(new Hil.Obm("http://o/n1", "very secret", true)),
                Map.of(),
                List.of(
                    new Hil.Nic(
                        "eth0",
                        "52:54:00:00:00:01",
                        Optional.of(new Hil.Place("tor", "Ethernet1/1")),
                        List.of(new Hil.On("net", "vlan/104")),
                        false))));
    assertThat(hil.vlans()).containsExactly(104, 105);
    assertThat(hil.toString()).doesNotContain("very secret");
  }

  @Test
  void networkingAction_pending_makesItsNicBusy() {
    row("networking_action", "id=1", "nic_id=5", "status=DONE");
    assertThat(hil().nodes().get(0).nics().get(0).busy()).isFalse();
    row("networking_action", "id=2", "nic_id=5", "status=PENDING");
    assertThat(hil().nodes().get(0).nics().get(0).busy()).isTrue();
  }

  @Test
  void column_missing_isToldWithTheWayOut() {
    rows.put("node", List.of(made("node", "id=4", "label=n1", "project_id=", "obm_id=8")));

    assertThatThrownBy(this::hil)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("Table node has no column obmd_")
        .hasMessageContaining("hil-admin db upgrade heads")
        .extracting(failure -> ((Failure) failure).code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void row_asText_isWithoutWhatIsInIt() {
    assertThat(rows.get("node").get(0).toString()).isEqualTo("node 4");
  }
}
