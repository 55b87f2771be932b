package org.haas.driver.ssh;

import java.util.Map;

/**
 * Dell switches with OS9 (S3048, S4048, Z9100 and others) by their command line. It is the VLAN
 * that has ports: a port is taken off one VLAN after the other while it is shut. An untagged port
 * that leaves its VLAN falls into the default one, and an open hybrid port is always in one, so
 * tagged networks need a native one. Setting {@code interface_type}: what stands before the numbers
 * in a port's name.
 */
public final class DellOs9 extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        ([\\w.-]+)(?:\\([\\w/-]+\\))?[#>]
          more          --More--
          ask           Password: => {secret}
          enable        enable => #
          start         terminal length 0 ; terminal width 512
          refused       ^\\s*% *(?:Error|Invalid|Incomplete|Ambiguous)|^\\s*Error:
          configure     configure => (conf)#
          end           end
          vlan          interface vlan {vlan} => (conf-if-vl-{vlan})# ; no shutdown ; exit => (conf)#
          no-vlan       no interface vlan {vlan}
          port          interface {interface_type} {port} => (conf-if-
          leave         exit => (conf)#
          shut          shutdown
          form          try no switchport ; portmode hybrid ; switchport
          open          no shutdown
          add           exit ; interface vlan {vlan} ; tagged {interface_type} {port} ; exit ; interface {interface_type} {port}
          remove        exit ; interface vlan {vlan} ; no tagged {interface_type} {port} ; exit ; interface {interface_type} {port}
          native        exit ; interface vlan {vlan} ; untagged {interface_type} {port} ; exit ; interface {interface_type} {port}
          old-native    exit ; interface vlan {vlan} ; no untagged {interface_type} {port} ; exit ; interface {interface_type} {port}
          save          write memory
          saved         ^!+
          vlans         show vlan
          is-vlan       ^\\*?\\s+(\\d{1,4})\\s+(Active|Inactive)
          read          show running-config interface {interface_type} {port} ; try show interfaces switchport {interface_type} {port}
          is-shut       ^\\s*shutdown$
          is-open       ^\\s*no shutdown$
          is-form       ^\\s*portmode hybrid\\n\\s*switchport$
          is-tagged     ^(?:Vlan membership:|T\\s+|U\\s+(?!1$))([\\d,-]*)$
          is-native     ^U\\s+(\\d+)$
          """);

  /** For {@link java.util.ServiceLoader}. */
  public DellOs9() {
    super(
        "dellnos9",
        TABLE,
        "\\d+/\\d+(?:/\\d+)?",
        "1/12, and the setting interface_type",
        Map.of("interface_type", "TenGigabitEthernet"));
  }
}
