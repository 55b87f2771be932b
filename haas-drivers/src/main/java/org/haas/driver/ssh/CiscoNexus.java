package org.haas.driver.ssh;

/**
 * Cisco Nexus with NX-OS. Ports are always trunks: a native VLAN is one that is allowed, parked is
 * shut and allowed none. NX-OS has a native VLAN on every trunk, so one with tagged networks only
 * gets an id of its own that is no VLAN, never VLAN 1, never HIL's one dummy for all.
 */
public final class CiscoNexus extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        ([\\w.-]+)(?:\\([\\w-]+\\))?#
          more          --More--
          start         terminal length 0 ; terminal width 511
          refused       ^\\s*(?:%|ERROR|Invalid |Syntax error|Cannot )
          configure     configure terminal => (config)#
          end           end
          vlan          vlan {list} => (config-vlan)# ; state active ; no shutdown ; exit => (config)#
          no-vlan       no vlan {list}
          port          interface {port} => (config-if)#
          ports         interface {ports} => (config-if-range)#
          leave         exit => (config)#
          shut          shutdown
          form          switchport ; switchport mode trunk ; spanning-tree port type edge trunk
          open          no shutdown
          tagged        switchport trunk allowed vlan {list}
          none          switchport trunk allowed vlan none
          add           switchport trunk allowed vlan add {list}
          remove        switchport trunk allowed vlan remove {list}
          native        switchport trunk native vlan {vlan} ; switchport trunk allowed vlan add {vlan}
          old-native    switchport trunk allowed vlan remove {vlan}
          no-native     no switchport trunk native vlan
          tagged-only   switchport trunk native vlan {own}
          own-ids       3800-3967
          reserved      3968-4094
          save          copy running-config startup-config
          saved         Copy complete
          vlans         show vlan brief
          is-vlan       ^(\\d{1,4})\\s+\\S+\\s+(active\\b)?
          natives       show running-config | include "native vlan"
          read          show running-config interface {port} all
          read-ports    show running-config interface {ports} all
          is-port       ^interface (\\S+)$
          is-shut       ^\\s+shutdown$
          is-open       ^\\s+no shutdown$
          is-form       ^\\s+switchport mode trunk$
          is-tagged     ^\\s+switchport trunk allowed vlan (?:add )?(none|[\\d,-]+)$
          is-native     ^\\s+switchport trunk native vlan (\\d+)$
          """);

  /** For {@link java.util.ServiceLoader}. */
  public CiscoNexus() {
    super("nexus", TABLE, "[Ee]thernet\\d+/\\d+(/\\d+)?", "Ethernet1/12 or Ethernet1/0/10");
  }
}
