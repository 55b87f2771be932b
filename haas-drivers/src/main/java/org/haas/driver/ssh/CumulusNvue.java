package org.haas.driver.ssh;

/**
 * Switches with Cumulus Linux 5, by NVUE's commands on the Linux shell. Changes are made in the
 * account's pending revision and take effect when that is applied; what was left in it by a visit
 * that broke is thrown away first. A port of the bridge {@code br_default} without a list of its
 * own carries all VLANs, so a parked port is in no bridge at all.
 */
public final class CumulusNvue extends SshSwitchDriver {
  private static final CommandTable TABLE =
      CommandTable.parse(
          """
          prompt        [\\w.-]+@([\\w.-]+):\\S*[$]
          refused       (?i)^\\s*(?:error|invalid|usage:|failure|unable|-?bash:)|config invalid|invalid config|failure during apply
          configure     nv config detach
          end           nv config apply -y
          abort         nv config detach
          vlan          nv set bridge domain br_default vlan {list}
          no-vlan       nv unset bridge domain br_default vlan {vlan}
          port          -
          leave         -
          shut          nv set interface {port} link state down
          form          nv unset interface {port} bridge
          open          nv set interface {port} link state up
          tagged        nv set interface {port} bridge domain br_default vlan {list}
          none          nv unset interface {port} bridge
          add           nv set interface {port} bridge domain br_default vlan {list}
          remove        nv unset interface {port} bridge domain br_default vlan {vlan}
          native        nv set interface {port} bridge domain br_default untagged {vlan} ; nv set interface {port} bridge domain br_default vlan {vlan}
          old-native    nv unset interface {port} bridge domain br_default vlan {vlan}
          tagged-only   nv set interface {port} bridge domain br_default untagged none
          save          nv config save
          saved         (?i)saved
          vlans         try nv show bridge domain br_default vlan --applied -o json
          is-vlan       ^ +"(\\d{1,4})"(:)
          is-vlans      ^\\{|does not exist
          read          nv show interface {port} --applied -o json
          is-shut       "state": \\{\\s*"down"
          is-open       "state": \\{\\s*"up"
          is-form       (?s)\\A(?:(?!.*"bridge").*"type"|(?!.*"access")(?=.*"untagged").*"br_default": \\{.*"vlan": \\{\\s*"\\d)
          is-tagged     ^(?:\\{$|\\s+"(?=\\d{1,4}": \\{))(\\d*)
          is-native     "untagged": "?(\\d+)
          """);

  /** For {@link java.util.ServiceLoader}. */
  public CumulusNvue() {
    super("nvue", TABLE, "swp\\d+(?:s\\d+)?", "swp12 or swp1s0");
  }
}
