package org.haas.driver.junos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haas.driver.emulator.JunosEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the emulator is as strict as Junos, and has its traps. */
class JunosEmulatorTest {
  private final JunosEmulator device = new JunosEmulator();
  private NetconfSession netconf;

  @BeforeEach
  void open() {
    netconf = JunosLab.netconf(device);
  }

  @ParameterizedTest
  @CsvSource({
    "<no-such-thing/>, unknown element",
    "<vlans><vlan><vlan-id>7</vlan-id></vlan></vlans>, invalid value",
    "<vlans><vlan><name>a</name><vlan-id>x</vlan-id></vlan></vlans>, invalid value",
    "<vlans><vlan operation='delete'><name>none</name></vlan></vlans>, not found",
    "<vlans><vlan operation='burn'><name>default</name></vlan></vlans>, syntax error",
    "PORT<native-vlan-id operation='delete'/>END, not found",
    "PORT<switchport/>END, unknown element"
  })
  void edit_whatJunosDoesNotTake_isRefused(String content, String words) {
    netconf.done(JunosRequests.LOCK);

    assertThat(refusal(edit(content))).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "FAMILY<vlan><members>101</members></vlan>OUT, more than one vlan",
    "FAMILY<vlan operation='replace'><members>101</members></vlan>OUT, 101 is not defined",
    "FAMILY<vlan operation='replace'><members>none</members></vlan>OUT, none is not defined",
    "PORT<native-vlan-id>1</native-vlan-id>END, no trunk",
    "PORT<unit><name>4</name></unit>END, only unit 0",
    "PORT<unit><name>0</name><family><inet/></family></unit>END, two families",
    "<vlans><vlan><name>b</name><vlan-id>1</vlan-id></vlan></vlans>, taken",
    "<vlans><vlan><name>b</name><vlan-id>4095</vlan-id></vlan></vlans>, taken",
    "<vlans><vlan><name>default</name><interface><name>ge-0/0/99.0</name></interface></vlan></vlans>,"
        + " not ethernet-switching"
  })
  void commit_whatJunosDoesNotTake_isRefusedAndNothingRunsOfIt(String content, String words) {
    String before = device.running();
    netconf.done(JunosRequests.LOCK);
    netconf.done(edit(content));

    assertThat(refusal(JunosRequests.VALIDATE)).contains(words);
    assertThat(refusal(JunosRequests.COMMIT)).contains(words);
    assertThat(device.running()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "<get-config><source><running/></source></get-config>",
    "<edit-config><target><running/></target></edit-config>",
    "<edit-config><target><candidate/></target></edit-config>",
    "<get-configuration/>",
    "<reboot/>",
    "<lock/><lock/>"
  })
  void request_notUnderstood_isRefused(String request) {
    assertThat(refusal(request)).isNotEmpty();
  }

  @Test
  void lock_isOneSessionsAndEndsWithIt() {
    NetconfSession second = JunosLab.netconf(device);
    netconf.done(JunosRequests.LOCK);
    netconf.done(edit("<vlans><vlan><name>a</name><vlan-id>7</vlan-id></vlan></vlans>"));

    for (String request :
        List.of(
            JunosRequests.LOCK,
            JunosRequests.UNLOCK,
            JunosRequests.DISCARD,
            JunosRequests.COMMIT)) {
      assertThat(second.ask(request).refusal()).as(request).isPresent();
    }
    netconf.close();
    second.done(JunosRequests.LOCK);
    second.done(JunosRequests.COMMIT);
    assertThat(device.vlans()).containsExactly(1);
  }

  @Test
  void edit_withoutTheLock_isAFault() {
    netconf.done(edit("<vlans><vlan><name>a</name><vlan-id>7</vlan-id></vlan></vlans>"));
    netconf.done(JunosRequests.COMMIT);

    assertThat(device.faults()).hasSize(2);
  }

  @Test
  void edit_twice_accumulatesMembers() {
    device.configure(
        """
        <vlans><vlan><name>a</name><vlan-id>7</vlan-id></vlan></vlans><interfaces><interface>
        <name>ge-0/0/0</name><unit><name>0</name><family><ethernet-switching>
        <interface-mode>trunk</interface-mode><vlan><members>a</members></vlan>
        </ethernet-switching></family></unit></interface></interfaces>
        """);

    assertThat(device.carried().get(device.ports().get(0))).hasToString("tagged 1 7");
  }

  @Test
  void commitConfirmed_withoutConfirmation_isTakenBackToBeforeTheFirst() {
    netconf.done(JunosRequests.LOCK);
    for (int id = 7; id < 9; id++) {
      netconf.done(
          edit(
              "<vlans><vlan><name>v%d</name><vlan-id>%d</vlan-id></vlan></vlans>"
                  .formatted(id, id)));
      netconf.done(JunosRequests.COMMIT_CONFIRMED);
    }
    assertThat(device.vlans()).containsExactly(1, 7, 8);
    device.timeIsUp();
    assertThat(device.vlans()).containsExactly(1);
  }

  private String refusal(String request) {
    return netconf.ask(request).refusal().orElse("");
  }

  private static String edit(String content) {
    return "<edit-config><target><candidate/></target><config><configuration>%s</configuration></config></edit-config>"
        .formatted(
            content
                .replace("'", "\"")
                .replace("FAMILY", "PORT<unit><name>0</name><family><ethernet-switching>")
                .replace("OUT", "</ethernet-switching></family></unit>END")
                .replace("PORT", "<interfaces><interface><name>ge-0/0/0</name>")
                .replace("END", "</interface></interfaces>"));
  }
}
