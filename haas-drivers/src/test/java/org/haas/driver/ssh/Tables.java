package org.haas.driver.ssh;

/**
 * Tables of systems whose drivers are not there: whether {@link CommandTable} can say what they
 * need. An old Dell asks for name and password again and wants lists in general mode; Comware
 * writes ranges with a word; on FastIron it is the VLAN that has ports.
 */
final class Tables {
  static final CommandTable OLD_DELL =
      CommandTable.parse(
          """
          prompt        ([\\w.-]+)(?:\\([\\w/-]+\\))?[#>]
          more          More: <space>
          ask           User Name: => {username}
          ask           Password: => {secret}
          ask           \\[Y/N\\]\\? => y
          enable        enable
          start         terminal datadump
          refused       ^% |not created by user|locked by another
          configure     configure => (config)#
          end           end
          vlan          vlan database ; vlan {list} ; exit
          no-vlan       vlan database ; no vlan {list} ; exit
          port          interface {port} => (config-if)#
          leave         exit
          shut          shutdown
          form          switchport mode trunk
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
          is-vlan       ^\\s*(\\d+)\\s+(\\S)
          read          show interfaces switchport {port}
          is-shut       Down
          is-open       Up
          is-form       Trunk
          is-tagged     Trunking VLANs Enabled: ([\\d\\s,-]+)$
          is-native     Trunking Native Mode VLAN: (\\d+)
          """);

  static final CommandTable COMWARE =
      CommandTable.parse(
          """
          prompt        [<\\[]([\\w.]+)(?:-[\\w/-]+)?[>\\]]
          start         screen-length disable
          refused       ^\\s*%
          configure     system-view => [
          end           return => <
          vlan          vlan {list} ; quit
          no-vlan       undo vlan {list}
          port          interface {port}
          leave         quit
          shut          shutdown
          form          port link-type access ; port link-type trunk ; undo port trunk permit vlan 1
          open          undo shutdown
          tagged        undo port trunk permit vlan all ; port trunk permit vlan {list}
          none          undo port trunk permit vlan all
          add           port trunk permit vlan {list}
          remove        undo port trunk permit vlan {list}
          native        port trunk permit vlan {vlan} ; port trunk pvid vlan {vlan}
          old-native    undo port trunk permit vlan {vlan}
          no-native     undo port trunk pvid
          tagged-only   port trunk pvid vlan {own}
          own-ids       3800-3967
          natives       display current-configuration | include pvid
          save          save force
          saved         successfully
          vlans         display vlan brief
          is-vlan       ^(\\d+)\\s+(\\S+)
          read          display current-configuration interface {port}
          is-shut       ^ shutdown$
          is-open       ^ undo shutdown$
          is-form       ^ port link-type trunk$
          is-tagged     ^ port trunk permit vlan ([\\d to]+)$
          is-native     ^ port trunk pvid vlan (\\d+)$
          range-word    " to "
          list-word     " "
          """);

  static final CommandTable FAST_IRON =
      CommandTable.parse(
          """
          prompt        ([\\w.]+)(?:\\([\\w/-]+\\))?[#>]
          enable        enable
          start         skip-page-display
          refused       Invalid input|Error
          configure     configure terminal => (config)#
          end           end
          vlan          vlan {vlan} by port ; exit
          no-vlan       no vlan {vlan}
          port          interface ethernet {port}
          leave         exit
          shut          disable
          form          no dual-mode
          open          enable
          tagged        exit ; vlan {vlan} by port ; tagged ethernet {port} ; exit ; interface ethernet {port}
          none          no dual-mode
          add           exit ; vlan {vlan} by port ; tagged ethernet {port} ; exit ; interface ethernet {port}
          remove        exit ; vlan {vlan} by port ; no tagged ethernet {port} ; exit ; interface ethernet {port}
          native        dual-mode {vlan}
          old-native    no dual-mode {vlan}
          no-native     no dual-mode
          save          write memory
          saved         done
          vlans         show vlan brief
          is-vlan       ^(\\d+)\\s+(\\S+)
          read          show running-config interface ethernet {port}
          is-shut       disable
          is-open       enable
          is-form       ethernet
          is-tagged     tagged ([\\d,]+)
          is-native     dual-mode (\\d+)
          """);

  private Tables() {}
}
