package org.haas.driver.ssh;

/**
 * Cisco IOS and IOS-XE on switches. As with {@link CiscoNexus}, ports are always trunks, and one
 * with tagged networks only gets a native id of its own that is no VLAN. Ports are told not to
 * negotiate. The password of {@code enable} is that of the login, where it is asked for.
 */
public final class CiscoIos extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        ([\\w.-]+)(?:\\([\\w-]+\\))?[#>]
          more          --More--
          ask           Password: => {secret}
          enable        enable => #
          start         terminal length 0 ; terminal width 511
          refused       ^\\s*(?:%(?!\\s?(?:Warning|Applying))|Command rejected)
          configure     configure terminal => (config)#
          end           end
          vlan          vlan {list} => (config-vlan)# ; try state active ; try no shutdown ; exit => (config)#
          no-vlan       no vlan {list}
          port          interface {port} => (config-if)#
          leave         exit => (config)#
          shut          shutdown
          form          try switchport ; try switchport trunk encapsulation dot1q ; switchport mode trunk ; try switchport nonegotiate ; try spanning-tree portfast trunk
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
          reserved      1002-1005
          save          write memory
          saved         \\[OK\\]
          vlans         show vlan brief
          is-vlan       ^(\\d{1,4})\\s+\\S+\\s+(active\\b)?
          natives       show running-config | include switchport trunk native vlan
          read          show interfaces {port} | include line protocol ; show interfaces {port} switchport
          is-shut       is administratively down, line protocol
          is-open       is (?:up|down), line protocol
          is-form       ^Administrative Mode: trunk$
          is-tagged     ^Trunking VLANs Enabled: (ALL|NONE|[\\d,-]+(?:\\n\\s+[\\d,-]+)*)$
          is-native     ^(?:Trunking Native Mode VLAN: |\\s*switchport trunk native vlan )(\\d+)
          """);

  /** For {@link java.util.ServiceLoader}. */
  public CiscoIos() {
    super(
        "ios",
        TABLE,
        "(?:[A-Z][A-Za-z]*)?(?:Ethernet|GigE)\\d+(?:/\\d+){1,3}",
        "GigabitEthernet1/0/12 or TenGigabitEthernet1/1/1");
  }
}
