package org.haas.driver.ssh;

/**
 * Dell PowerConnect 5500. It asks for name and password once more after SSH's login, and takes no
 * VLAN into a list that does not exist.
 */
public final class DellPowerConnect55xx extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        ([\\w.-]+)(?:\\([\\w/-]+\\))?[#>]
          more          More: <space>.*
          ask           User Name: => {username}
          ask           Password: => {secret}
          ask           Overwrite file.*\\? => Y
          enable        enable => #
          start         terminal datadump
          refused       ^\\s*%|not created by user|locked by another application|not in Layer-2 mode|[Aa]uthentication failed
          configure     configure => (config)#
          end           end
          vlan          try vlan database ; vlan {list} ; end => # ; configure => (config)#
          no-vlan       try vlan database ; no vlan {list} ; end => # ; configure => (config)#
          port          interface {port} => (config-if)#
          leave         exit => (config)#
          shut          shutdown
          form          switchport mode trunk ; try spanning-tree portfast
          open          no shutdown
          tagged        switchport trunk allowed vlan none ; switchport trunk allowed vlan add {list}
          none          switchport trunk allowed vlan none
          add           switchport trunk allowed vlan add {list}
          remove        switchport trunk allowed vlan remove {list}
          native        switchport trunk allowed vlan add {vlan} ; switchport trunk native vlan {vlan}
          old-native    switchport trunk allowed vlan remove {vlan}
          no-native     switchport trunk native vlan none
          tagged-only   switchport trunk native vlan none
          save          copy running-config startup-config
          saved         Copy succeeded
          vlans         show vlan
          is-vlan       ^\\s*(\\d{1,4})\\s+(\\S)
          read          show interfaces configuration {port} ; show interfaces switchport {port}
          is-shut       ^(?:gi|te)\\d\\S*\\s.*\\sDown\\s+\\S+\\s+\\S+$
          is-open       ^(?:gi|te)\\d\\S*\\s.*\\sUp\\s+\\S+\\s+\\S+$
          is-form       ^(?:Administrative|Port) Mode: [Tt]runk$
          is-tagged     ^Trunking VLANs Enabled: *([Aa]ll|[Nn]one|[\\d, -]*(?:\\n\\s+[\\d, -]+)*)$
          is-native     ^Trunking Native Mode VLAN: (\\d+)
          """);

  /** For {@link java.util.ServiceLoader}. */
  public DellPowerConnect55xx() {
    super("powerconnect55xx", TABLE, "(?:gi|te)\\d+/\\d+(?:/\\d+)?", "gi1/0/12 or te1/0/1");
  }
}
