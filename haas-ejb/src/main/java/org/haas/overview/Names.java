package org.haas.overview;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.haas.access.Access;
import org.haas.access.Caller;
import org.haas.overview.NameView.Kind;
import org.haas.spi.Label;

/** Finds things of every kind by their name. */
@Stateless
public class Names {
  /** How many of each kind are found at most. */
  public static final int MOST = 20;

  private static final Pattern OF_A_NAME = Pattern.compile("[a-z0-9._-]{1,63}");

  /** Comes after every character that a name may have. */
  private static final String AFTER_ALL = "~";

  @PersistenceContext private EntityManager database;
  @Inject private Access access;

  /**
   * What the caller may see and has the text in its name, in any case: free nodes and those of his
   * projects, public networks and those that his projects may use, his projects and their
   * headnodes; everything, with switches and hypervisors, for an administrator. By kind; names that
   * begin with the text first. One statement.
   *
   * @param text what no name can have in it finds nothing
   * @param most how many of each kind, 1 to {@link #MOST}
   */
  public List<NameView> find(String text, int most) {
    Caller caller = access.caller();
    String part = text.strip().toLowerCase(Locale.ROOT);
    if (!OF_A_NAME.matcher(part).matches()) {
      return List.of();
    }
    Query query =
        database
            .createNativeQuery(NameStatement.of(caller.admin()))
            .setParameter(1, part)
            .setParameter(2, part + AFTER_ALL)
            .setParameter(3, Math.min(Math.max(most, 1), MOST));
    if (!caller.admin()) {
      query.setParameter(4, caller.issuer()).setParameter(5, caller.subject());
    }
    List<?> rows = query.getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new NameView(Kind.valueOf((String) row[0]), new Label((String) row[1])))
        .toList();
  }
}
