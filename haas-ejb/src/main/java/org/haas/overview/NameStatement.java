package org.haas.overview;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.haas.overview.NameView.Kind;

/**
 * The statement of {@link Names}. Of each kind first the names that begin with the text, by an
 * index; the table is gone through for the text inside of names only as far as those do not fill
 * the list. Parameters: 1 the text in small letters, 2 the end of the names that begin with it, 3
 * how many; for who is no administrator 4 and 5, his issuer and subject.
 */
final class NameStatement {
  private static final String OWN =
      "(select m.project_id from standing m where m.issuer = ?4 and m.subject = ?5)";

  private static final Set<Kind> OF_ADMINISTRATORS = EnumSet.of(Kind.SWITCH, Kind.HYPERVISOR);

  private static final List<Kind> ORDER = List.of(Kind.values());

  private NameStatement() {}

  static String of(boolean admin) {
    return ORDER.stream()
        .filter(kind -> admin || !OF_ADMINISTRATORS.contains(kind))
        .map(kind -> part(kind, admin ? "" : " and " + visible(kind)))
        .collect(Collectors.joining(" union all ", "", " order by 3, 4, 2"));
  }

  private static String part(Kind kind, String condition) {
    String beginning = "lower(t.label) ~>=~ ?1 and lower(t.label) ~<~ ?2";
    String inside = "position(?1 in lower(t.label)) > 1";
    return "(select '%s', label, %d, place from (%s union all %s) of_kind limit ?3)"
        .formatted(
            kind.name(),
            ORDER.indexOf(kind),
            select(kind, 0, beginning + condition),
            select(kind, 1, inside + condition));
  }

  private static String select(Kind kind, int place, String condition) {
    return "(select t.label, %d as place from %s t where %s order by lower(t.label) using ~<~ limit ?3)"
        .formatted(place, table(kind), condition);
  }

  private static String table(Kind kind) {
    return switch (kind) {
      case NODE -> "node";
      case NETWORK -> "network";
      case PROJECT -> "project";
      case SWITCH -> "switch";
      case HEADNODE -> "headnode";
      case HYPERVISOR -> "hypervisor";
    };
  }

  private static String visible(Kind kind) {
    return switch (kind) {
      case NODE -> "(t.state = 'FREE' or t.project_id in " + OWN + ")";
      case NETWORK ->
          "(t.visibility = 'PUBLIC' or t.id in (select g.network_id from network_grant g"
              + " where g.project_id in "
              + OWN
              + "))";
      case PROJECT -> "t.id in " + OWN;
      case HEADNODE -> "t.project_id in " + OWN;
      case SWITCH, HYPERVISOR -> "false";
    };
  }
}
