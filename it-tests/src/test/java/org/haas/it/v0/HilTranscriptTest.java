package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.haas.it.rest.Endpoints;
import org.junit.jupiter.api.Test;

/** Whether the stories that {@link HilReplayIT} replays show all that HIL's API can answer. */
class HilTranscriptTest {
  private final Outcomes outcomes = Outcomes.read();
  private final List<Exchange> exchanges =
      Story.NAMES.stream().map(Story::read).flatMap(story -> story.exchanges().stream()).toList();

  @Test
  void routes_ofTheTable_areThoseThatThereAre() {
    assertThat(outcomes.all().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Endpoints.all().keySet().stream().filter(route -> route.contains(" v0/")).toList());
  }

  @Test
  void route_any_canSucceed() {
    outcomes
        .all()
        .forEach(
            (route, ends) ->
                assertThat(ends).as(route).anyMatch(outcome -> outcome.type().isEmpty()));
  }

  @Test
  void outcome_ofAnyRoute_isShownByAnExchange() {
    Map<String, Set<Outcome>> shown = new HashMap<>();
    for (Exchange exchange : exchanges) {
      String route = outcomes.route(exchange).orElse("no route");
      shown.computeIfAbsent(route, any -> new LinkedHashSet<>()).add(exchange.shows());
    }
    outcomes
        .all()
        .forEach(
            (route, ends) ->
                assertThat(shown.getOrDefault(route, Set.of()))
                    .as(route)
                    .containsAll(ends)
                    .hasSameSizeAs(ends));
  }

  @Test
  void exchange_withoutBody_isOfASuccessThatHasNone() {
    Stream<Exchange> wrong =
        exchanges.stream()
            .filter(exchange -> exchange.outcome().isEmpty())
            .filter(exchange -> exchange.answer().isEmpty())
            .filter(exchange -> exchange.method().equals("GET"));
    assertThat(wrong).isEmpty();
  }
}
