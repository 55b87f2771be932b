package org.haas.driver.ssh;

import java.util.Map;

/**
 * Dell N-series (N1500, N2000, N3000, N4000) with OS6. A trunk's native VLAN has to exist there, so
 * tagged networks need a native one; HIL's dummy VLAN, which all its ports shared, is taken and not
 * used.
 */
public final class DellN3000 extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        ([\\w.-]+)(?:\\([\\w/,-]+\\))?[#>]
          more          --More--.*
          ask           Password: => {secret}
          ask           \\(y/n\\) => y
          enable        enable => #
          start         terminal length 0
          refused       ^\\s*(?:%|ERROR|Error|Invalid|An invalid|Command not found|Incomplete|Failure|Unable)|does not exist
          configure     configure => (config)#
          end           end
          vlan          vlan {list} => (config-vlan ; exit => (config)#
          no-vlan       no vlan {list}
          port          interface {port} => (config-if-
          leave         exit => (config)#
          shut          shutdown
          form          switchport mode trunk ; try spanning-tree portfast
          open          no shutdown
          tagged        switchport trunk allowed vlan {list}
          none          switchport trunk allowed vlan none
          add           switchport trunk allowed vlan add {list}
          remove        switchport trunk allowed vlan remove {list}
          native        switchport trunk native vlan {vlan} ; switchport trunk allowed vlan add {vlan}
          old-native    switchport trunk allowed vlan remove {vlan}
          no-native     no switchport trunk native vlan
          reserved      4094
          save          copy running-config startup-config
          saved         Configuration Saved
          vlans         show vlan
          is-vlan       ^(\\d{1,4})\\s+(\\S)
          read          show interfaces configuration {port} ; show interfaces switchport {port}
          is-shut       ^[A-Z][a-z]\\d\\S*\\s.*\\sDown$
          is-open       ^[A-Z][a-z]\\d\\S*\\s.*\\sUp$
          is-form       ^VLAN Membership Mode: Trunk Mode$
          is-tagged     ^Trunking Mode VLANs Enabled: *(All|None|[\\d,-]*(?:\\n\\s+[\\d,-]+)*)$
          is-native     ^Trunking Mode Native VLAN: (\\d+)
          """);

  /** For {@link java.util.ServiceLoader}. */
  public DellN3000() {
    super(
        "delln3000",
        TABLE,
        "(?:[Gg]i|[Tt]e|[Tt]w|[Ff]o)\\d+/\\d+(?:/\\d+)?",
        "gi1/0/12 or te1/0/1",
        Map.of("dummy_vlan", ""));
  }
}
