package org.haas.driver.ssh;

/**
 * Switches with SONiC, by its commands on the Linux shell. It is the VLAN that has ports, and each
 * line takes effect at once: a port is taken off one VLAN after the other while it is shut. What is
 * read is the configuration database, so that no column of a table has to be guessed.
 */
public final class Sonic extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        [\\w.-]+@([\\w.-]+):\\S*[$]
          refused       (?i)^\\s*(?:error|usage:|failed|traceback|sudo:|-?bash:)|^\\{\\}$
          configure     -
          end           -
          vlan          try sudo config vlan add {vlan}
          no-vlan       sudo config vlan del {vlan}
          port          -
          leave         -
          shut          sudo config interface shutdown {port}
          form          try sudo config switchport mode trunk {port}
          open          sudo config interface startup {port}
          add           sudo config vlan member add {vlan} {port}
          remove        sudo config vlan member del {vlan} {port}
          native        sudo config vlan member add -u {vlan} {port}
          old-native    sudo config vlan member del {vlan} {port}
          tagged-only   -
          save          sudo config save -y
          saved         config_db\\.json
          vlans         show vlan config
          is-vlan       ^Vlan(\\d+)(\\b)
          is-vlans      ^Name\\s+VID\\s
          read          sonic-db-cli CONFIG_DB HGETALL "PORT|{port}" ; sonic-db-cli CONFIG_DB KEYS "*|{port}" | grep -cE "^(INTERFACE|PORTCHANNEL_MEMBER)" ; show vlan config | grep -w {port}
          is-shut       ^\\{.*'admin_status': 'down'
          is-open       ^\\{.*'admin_status': 'up'
          is-form       ^\\{(?!.*'mode': '(?:routed|access)').*\\}\\n0$
          is-tagged     ^(?:\\{'.*\\}$|Vlan\\d+\\s+)((?:\\d+(?=\\s+\\S+\\s+(?:un)?tagged$))?)
          is-native     ^Vlan\\d+\\s+(\\d+)\\s+\\S+\\s+untagged$
          """);

  /** For {@link java.util.ServiceLoader}. */
  public Sonic() {
    super("sonic", TABLE, "Ethernet\\d+", "Ethernet0 or Ethernet48");
  }
}
