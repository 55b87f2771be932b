package org.haas.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.TypedQuery;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriteriaTest {
  private final Map<Object, Object> bound = new HashMap<>();

  @Test
  void where_noCondition_isNothing() {
    assertThat(new Criteria().where()).isEmpty();
  }

  @Test
  void where_someConditions_isAllOfThem() {
    Criteria criteria = new Criteria().and("a = 1").and("b = :b", "b", 2);
    assertThat(criteria.where()).isEqualTo(" where a = 1 and b = :b");
    bind(criteria);
    assertThat(bound).containsExactly(Map.entry("b", 2));
  }

  @Test
  void andContains_textWithWildcards_takesThemLiterally() {
    Criteria criteria = new Criteria().andContains("n.label", "A_b%!");
    assertThat(criteria.where()).isEqualTo(" where lower(n.label) like :text escape '!'");
    bind(criteria);
    assertThat(bound).containsExactly(Map.entry("text", "%a!_b!%!!%"));
  }

  /** Binds to a query that only remembers its parameters. */
  @SuppressWarnings("unchecked") // a proxy has no type parameter
  private void bind(Criteria criteria) {
    TypedQuery<Object> query =
        (TypedQuery<Object>)
            Proxy.newProxyInstance(
                TypedQuery.class.getClassLoader(),
                new Class<?>[] {TypedQuery.class},
                (proxy, method, arguments) -> {
                  bound.put(arguments[0], arguments[1]);
                  return proxy;
                });
    criteria.bind(query);
  }
}
