package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Clients that hear four answers of five reserve, connect, detach and release, and ask again until
 * they are answered: what they POST under a key is done once for each key. PUT and DELETE of a
 * reservation take no key; there a client looks before it asks again. {@code
 * -Dhaas.lossy.rounds=20} is shorter.
 */
class LossyAnswersIT {
  private static final int CLIENTS = 5;
  private static final int ROUNDS = Integer.getInteger("haas.lossy.rounds", 1000) / CLIENTS;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static Site site;
  private static LossyProxy proxy;

  @BeforeAll
  static void prepare() throws IOException {
    site = new Site();
    long seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("LossyAnswersIT: -Dhaas.seed=" + seed);
    proxy = LossyProxy.start(seed);
  }

  @AfterAll
  static void takeAway() throws IOException {
    proxy.close();
    site.close();
  }

  @Test
  void post_answersAreLost_everythingIsDoneOnce() {
    String network = site.network();
    List<Client> clients = Stream.generate(Client::new).limit(CLIENTS).toList();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<CompletableFuture<Void>> all =
          clients.stream()
              .map(each -> CompletableFuture.runAsync(() -> each.work(network), threads))
              .toList();
      all.forEach(CompletableFuture::join);
    } finally {
      threads.shutdownNow();
    }
    int rounds = CLIENTS * ROUNDS;
    System.out.printf("LossyAnswersIT: %d rounds, %d losses%n", rounds, proxy.losses());
    assertThat(proxy.losses()).isGreaterThan(rounds);
    try (Records records = Records.open()) {
      clients.forEach(each -> each.check(records));
    }
  }

  /** A member with a node of his own. */
  private static final class Client {
    private final String username = site.freshMember();
    private final Api api = site.login(username).at(proxy.url());
    private final String node = site.cabledNode();

    void work(String network) {
      for (int round = 0; round < ROUNDS; round++) {
        reserve(api, node);
        change(api, node, network, "ADD");
        change(api, node, network, "REMOVE");
        release(api, node);
      }
    }

    void check(Records records) {
      assertThat(
              records.rows(
                  "select action, count(*) from audit_event where actor = '%s'".formatted(username)
                      + " group by action order by action"))
          .containsExactly(
              List.of("change-set.apply", "" + 2 * ROUNDS),
              List.of("change-set.plan", "" + 2 * ROUNDS),
              List.of("node.release", "" + ROUNDS),
              List.of("node.reserve", "" + ROUNDS));
      assertThat(
              records.rows(
                  "select s.state, count(*) from change_set s join change_set_port p"
                      + " on p.change_set_id = s.id where p.node = '%s' group by s.state"
                          .formatted(node)))
          .containsExactly(List.of("COMMITTED", "" + 2 * ROUNDS));
    }
  }

  private static void reserve(Api client, String node) {
    String path = "v1/nodes/" + node;
    String body = "{\"project\":\"%s\"}".formatted(site.project);
    until(
        () -> {
          Optional<Answer> answer = heard(() -> client.put(path + "/reservation", body));
          answer.ifPresent(heard -> heard.is(200));
          return answer.or(() -> looked(client, path).filter(LossyAnswersIT::isHeld));
        });
  }

  private static void release(Api client, String node) {
    String path = "v1/nodes/" + node;
    until(
        () -> {
          Optional<Answer> answer = heard(() -> client.delete(path + "/reservation"));
          answer.ifPresent(heard -> assertThat(heard.status()).as(heard.toString()).isIn(200, 202));
          return answer.or(() -> looked(client, path).filter(shown -> !isHeld(shown)));
        });
    until(() -> looked(client, path).filter(shown -> state(shown).equals("FREE")));
  }

  private static Optional<Answer> looked(Api client, String path) {
    return Optional.of(until(() -> heard(() -> client.get(path)))).map(shown -> shown.is(200));
  }

  private static boolean isHeld(Answer node) {
    return state(node).equals("RESERVED");
  }

  private static void change(Api client, String node, String network, String mode) {
    String body =
        """
        {"nics":[{"node":"%s","nic":"eth0","mode":"%s",
          "networks":[{"network":"%s","channel":"vlan/native"}]}]}"""
            .formatted(node, mode, network);
    JsonObject planned = post(client, "v1/change-sets", Optional.of(body)).is(201).json();
    String path = "v1/change-sets/" + planned.getString("id");
    post(client, path + "/apply", Optional.empty()).is(202);
    until(() -> looked(client, path).filter(shown -> state(shown).equals("COMMITTED")));
  }

  /** Asks under one key until it hears what became of it. */
  private static Answer post(Api client, String path, Optional<String> body) {
    String key = UUID.randomUUID().toString();
    return until(
        () ->
            heard(() -> client.send("POST", path, body, "Idempotency-Key", key))
                .filter(answer -> !answer.body().contains("/problems/key-in-use")));
  }

  private static Optional<Answer> heard(Supplier<Answer> ask) {
    try {
      return Optional.of(ask.get());
    } catch (UncheckedIOException lost) {
      return Optional.empty();
    }
  }

  private static Answer until(Supplier<Optional<Answer>> ask) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      Optional<Answer> answer = ask.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError("Not within " + PATIENCE + ".");
  }

  private static String state(Answer answer) {
    return answer.json().getString("state");
  }
}
