package org.haas.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An SQL query, put together of parts, each with the values of its question marks. */
public final class Sql {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Begins with that. */
  public Sql(String part, Object... its) {
    add(part, its);
  }

  /** One more part. */
  public Sql add(String part, Object... its) {
    text.append(part).append(' ');
    values.addAll(Arrays.asList(its));
    return this;
  }

  /** All of another one. */
  public Sql add(Sql part) {
    text.append(part.text);
    values.addAll(part.values);
    return this;
  }

  /**
   * A condition that the column contains the text, in any case.
   *
   * @param column SQL, never of a user
   */
  public Sql addContains(String column, String part) {
    String pattern = part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return add("and lower(" + column + ") like lower(?) escape '!'", "%" + pattern + "%");
  }

  String text() {
    return text.toString();
  }

  List<Object> values() {
    return values;
  }

  @Override
  public String toString() {
    return text();
  }
}
