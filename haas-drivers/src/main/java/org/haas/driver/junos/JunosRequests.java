package org.haas.driver.junos;

import java.util.Collection;
import java.util.stream.Collectors;
import org.haas.spi.PortName;

/** What a switch with Junos is asked. Port names have no character that XML would mind. */
final class JunosRequests {
  /**
   * In a configuration that is not confirmed yet; Junos keeps macros and does nothing with them.
   */
  static final String MARK = "haas-unconfirmed";

  static final String CANDIDATE = "<target><candidate/></target>";
  static final String LOCK = "<lock>%s</lock>".formatted(CANDIDATE);
  static final String UNLOCK = "<unlock>%s</unlock>".formatted(CANDIDATE);
  static final String DISCARD = "<discard-changes/>";
  static final String VALIDATE = "<validate><source><candidate/></source></validate>";
  static final String COMMIT = "<commit/>";

  /** Longer than any session of ours lives on after its connection broke. */
  static final String COMMIT_CONFIRMED =
      "<commit><confirmed/><confirm-timeout>120</confirm-timeout></commit>";

  static final String INTERFACES =
      "<get-interface-information><terse/></get-interface-information>";

  private JunosRequests() {}

  /** What runs, with all that ports inherit from groups and ranges. */
  static String committed(Collection<PortName> ports) {
    return "<get-configuration database=\"committed\" inherit=\"inherit\">%s</get-configuration>"
        .formatted(scope(ports));
  }

  /** What is configured at the ports themselves. */
  static String candidate(Collection<PortName> ports) {
    return "<get-config><source><candidate/></source><filter type=\"subtree\">%s</filter></get-config>"
        .formatted(scope(ports));
  }

  private static String scope(Collection<PortName> ports) {
    String interfaces =
        ports.stream()
            .map("<interface><name>%s</name></interface>"::formatted)
            .collect(Collectors.joining());
    return "<configuration>%s<vlans/></configuration>"
        .formatted(interfaces.isEmpty() ? "" : "<interfaces>%s</interfaces>".formatted(interfaces));
  }

  /**
   * Changes the candidate.
   *
   * @param vlans elements for {@code vlans}
   * @param interfaces elements for {@code interfaces}
   */
  static String edit(String vlans, String interfaces) {
    return ("<edit-config>%s<default-operation>merge</default-operation>"
            + "<config><configuration>%s%s</configuration></config></edit-config>")
        .formatted(
            CANDIDATE,
            vlans.isEmpty() ? "" : "<vlans>%s</vlans>".formatted(vlans),
            interfaces.isEmpty() ? "" : "<interfaces>%s</interfaces>".formatted(interfaces));
  }

  static String mark() {
    return "<apply-macro><name>%s</name></apply-macro>".formatted(MARK);
  }

  static String unmark() {
    return edit(
        "<apply-macro operation=\"delete\"><name>%s</name></apply-macro>".formatted(MARK), "");
  }
}
