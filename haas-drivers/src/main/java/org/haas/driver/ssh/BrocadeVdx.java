package org.haas.driver.ssh;

import java.util.Map;

/**
 * Brocade VDX with Network OS, by its command line. A trunk always has a native VLAN, which is not
 * in its list, so tagged networks need a native one. Setting {@code interface_type}: what stands
 * before the numbers in a port's name.
 */
public final class BrocadeVdx extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        ([\\w.-]+)(?:\\([\\w/-]+\\))?#
          more          --More--
          ask           \\[y/n\\]:? => y
          start         terminal length 0
          refused       (?i)^\\s*(?:%|syntax error|error:)
          configure     configure terminal => (config)#
          end           end
          vlan          interface Vlan {vlan} => (config-Vlan-{vlan})# ; exit => (config)#
          no-vlan       no interface Vlan {vlan}
          port          interface {interface_type} {port} => (conf-if-
          leave         exit => (config)#
          shut          shutdown
          form          switchport ; switchport mode trunk ; no switchport trunk tag native-vlan
          open          no shutdown
          tagged        switchport trunk allowed vlan none ; switchport trunk allowed vlan add {list}
          none          switchport trunk allowed vlan none
          add           switchport trunk allowed vlan add {list}
          remove        switchport trunk allowed vlan remove {list}
          native        switchport trunk native-vlan {vlan}
          old-native    -
          no-native     no switchport trunk native-vlan
          reserved      4087-4094
          save          copy running-config startup-config
          saved         startup configuration
          vlans         show running-config interface Vlan
          is-vlan       ^interface Vlan (\\d+)()$
          read          show running-config interface {interface_type} {port}
          is-shut       ^ *shutdown$
          is-open       ^ *no shutdown$
          is-form       (?s)^ *switchport mode trunk$.*^ *switchport trunk allowed vlan .*^ *no switchport trunk tag native-vlan$
          is-tagged     ^ *switchport trunk (?:allowed vlan (?:add )?|native-vlan )(none|all|[\\d,-]+)$
          is-native     ^ *switchport trunk native-vlan (\\d+)$
          """);

  /** For {@link java.util.ServiceLoader}. */
  public BrocadeVdx() {
    super(
        "brocade",
        TABLE,
        "\\d+/\\d+(?:/\\d+)?",
        "1/0/12, and the setting interface_type",
        Map.of("interface_type", "TenGigabitEthernet"));
  }
}
