package org.haas.driver.ssh;

/**
 * Arista EOS by its command line. Changes are made in a configuration session and take effect with
 * its commit. The session is entered, thrown away and entered again, because what a visit that was
 * cut off left in it would be committed too.
 */
public final class AristaEos extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        ([\\w.-]+)(?:\\([\\w/,.-]+\\))?[#>]
          more          --More--
          ask           Password: => {secret}
          enable        enable => #
          start         terminal length 0 ; terminal width 511
          refused       ^\\s*%
          configure     configure session haas => (config-s-haas)# ; abort => # ; configure session haas => (config-s-haas)#
          end           commit
          abort         end => # ; configure session haas abort
          vlan          vlan {list} => -vlan- ; state active ; exit => (config-s-haas)#
          no-vlan       no vlan {list}
          port          interface {port} => -if-
          leave         exit => (config-s-haas)#
          shut          shutdown
          form          switchport ; switchport mode trunk ; spanning-tree portfast
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
          save          copy running-config startup-config
          saved         Copy completed successfully
          vlans         show vlan brief
          is-vlan       ^(\\d{1,4})\\*?\\s+\\S+\\s+(active\\b)?
          natives       show running-config | include switchport trunk native vlan
          read          show interfaces {port} | include line protocol ; show interfaces {port} switchport
          is-shut       is administratively down, line protocol
          is-open       is (?:up|down), line protocol
          is-form       ^Administrative Mode: trunk$
          is-tagged     ^Trunking VLANs Enabled: (ALL|NONE|[\\d,-]+)$
          is-native     ^(?:Trunking Native Mode VLAN: |\\s*switchport trunk native vlan )(\\d+)
          """);

  /** For {@link java.util.ServiceLoader}. */
  public AristaEos() {
    super("eos", TABLE, "Ethernet\\d+(?:/\\d+){0,2}", "Ethernet12 or Ethernet3/1");
  }
}
