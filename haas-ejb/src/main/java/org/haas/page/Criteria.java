package org.haas.page;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The conditions of a JPQL query and their parameters, collected as they come. */
public final class Criteria {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  /** One more condition. */
  public Criteria and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** One more condition, with the value of its parameter. */
  public Criteria and(String condition, String parameter, Object value) {
    return and(condition).with(parameter, value);
  }

  /** The value of a parameter. */
  public Criteria with(String parameter, Object value) {
    parameters.put(parameter, value);
    return this;
  }

  /** A condition that the column contains the text, in any case. */
  public Criteria andContains(String column, String text) {
    String pattern =
        text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return and("lower(" + column + ") like :text escape '!'", "text", "%" + pattern + "%");
  }

  /** All conditions after {@code where}; nothing when there are none. */
  public String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** Sets the parameters. */
  public <T> TypedQuery<T> bind(TypedQuery<T> query) {
    parameters.forEach(query::setParameter);
    return query;
  }
}
