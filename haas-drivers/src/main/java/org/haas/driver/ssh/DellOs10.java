package org.haas.driver.ssh;

/**
 * Dell switches with SmartFabric OS10. A trunk's list grows with each command that names it, so
 * what was in it is taken out while the port is shut. Its native VLAN is the access VLAN; a trunk
 * may have none.
 */
public final class DellOs10 extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        ([\\w.-]+)(?:\\([\\w/-]+\\))?#
          more          --More--
          start         terminal length 0
          refused       ^\\s*(?:%|Error)
          configure     configure terminal => (config)#
          end           end
          vlan          interface vlan {vlan} => (conf-if-vl-{vlan})# ; no shutdown ; exit => (config)#
          no-vlan       no interface vlan {vlan}
          port          interface {port} => (conf-if-eth
          leave         exit => (config)#
          shut          shutdown ; switchport mode trunk
          form          try spanning-tree port type edge
          open          no shutdown
          add           switchport trunk allowed vlan {list}
          remove        no switchport trunk allowed vlan {list}
          native        switchport access vlan {vlan}
          old-native    no switchport access vlan ; no switchport trunk allowed vlan {vlan}
          no-native     no switchport access vlan
          tagged-only   no switchport access vlan
          reserved      4094
          save          write memory
          saved         (?i)\\A\\s*\\z|copy (?:completed|succeeded)|success
          vlans         show vlan
          is-vlan       ^\\*?\\s+(\\d{1,4})\\s+(Active|Inactive)
          read          show running-configuration interface {port}
          is-shut       ^ *shutdown$
          is-open       ^ *no shutdown$
          is-form       ^ *switchport mode trunk$
          is-tagged     ^ *switchport (?:mode trunk|trunk allowed vlan |access vlan (?!1$))([\\d,-]*)$
          is-native     ^ *switchport access vlan (\\d+)$
          """);

  /** For {@link java.util.ServiceLoader}. */
  public DellOs10() {
    super("dell-os10", TABLE, "ethernet\\d+/\\d+/\\d+(?::\\d+)?", "ethernet1/1/12");
  }
}
