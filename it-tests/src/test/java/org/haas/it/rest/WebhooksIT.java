package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.haas.it.rest.HookDesk.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens in a project is told to who was named, in order, until it was taken, and signed. */
class WebhooksIT {
  private static final String RESERVED = "node.reserved";
  private static final String RELEASED = "node.released";

  /** Within this time is told who answers, however others do. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static Site site;

  @BeforeAll
  static void makeSite() {
    site = new Site();
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void told_whatHappensInTheProject_isInOrderSignedAndOfNoOther() throws Exception {
    try (HookDesk desk = new HookDesk(204)) {
      String name = site.freshName("hook");
      String secret = create(name, desk, "").json().getString("secret");
      String first = site.bareNode();
      String others = site.bareNode();
      reserveAndRelease(first);
      site.outsider.put(reservation(others), project(site.otherProject)).is(200);
      site.outsider.delete(reservation(others)).is(200);
      reserveAndRelease(first);
      await(() -> desk.taken(RESERVED, RELEASED).size() == 4);

      assertThat(desk.taken(RESERVED, RELEASED))
          .containsExactly(
              "node.reserved " + first,
              "node.released " + first,
              "node.reserved " + first,
              "node.released " + first);
      for (Told call : desk.told()) {
        assertThat(call.signature()).isEqualTo(signature(secret, call));
        assertThat(call.json().getString("project")).isEqualTo(site.project);
      }
      assertThat(desk.told()).extracting(Told::id).doesNotHaveDuplicates();
      delete(name);
    }
  }

  @Test
  void told_onlyWhatWasAskedFor() {
    try (HookDesk desk = new HookDesk(200)) {
      String name = site.freshName("hook");
      create(name, desk, ",\"events\":[\"member.*\",\"node.released\"]");
      String node = site.bareNode();
      reserveAndRelease(node);
      String user = site.freshMember();
      await(() -> desk.first("member.added").isPresent());

      assertThat(desk.told())
          .extracting(Told::type)
          .containsExactly("node.released", "member.added");
      assertThat(desk.taken("member.added")).containsExactly("member.added " + user);
      delete(name);
    }
  }

  @Test
  void told_refusedAtFirst_isToldAgainAsTheSameAndNothingBeforeIt() {
    try (HookDesk desk = new HookDesk(500)) {
      String name = site.freshName("hook");
      create(name, desk, ",\"events\":[\"node.*\"]");
      String node = site.bareNode();
      reserveAndRelease(node);
      await(() -> !desk.told().isEmpty());
      await(() -> show(name).json().containsKey("failingSince"));
      Answer failing = show(name);
      assertThat(failing.json().getString("answer")).isEqualTo("It answered 500.");
      desk.answers(200);
      await(() -> desk.taken(RESERVED, RELEASED).size() == 2);

      List<Told> calls = desk.told();
      Told taken = calls.get(calls.size() - 2);
      assertThat(calls.subList(0, calls.size() - 1))
          .allMatch(call -> call.type().equals(RESERVED))
          .allMatch(call -> call.id().equals(taken.id()) && call.body().equals(taken.body()));
      await(() -> !show(name).json().containsKey("failingSince"));
      assertThat(show(name).json().getInt("attempts")).isZero();
      delete(name);
    }
  }

  @Test
  void told_redirected_isNotFollowed() {
    try (HookDesk desk = new HookDesk(307)) {
      String name = site.freshName("hook");
      create(name, desk, "");
      reserveAndRelease(site.bareNode());
      await(() -> show(name).json().containsKey("failingSince"));

      assertThat(show(name).json().getString("answer")).isEqualTo("It answered 307.");
      delete(name);
    }
  }

  @Test
  void told_othersHang_isToldInTime() {
    List<String> names = new ArrayList<>();
    try (HookDesk hanging = new HookDesk(200);
        HookDesk desk = new HookDesk(200)) {
      hanging.hang(true);
      for (int i = 0; i < 6; i++) {
        names.add(site.freshName("hook"));
        create(names.get(i), hanging, "");
      }
      reserveAndRelease(site.bareNode());
      await(() -> names.stream().allMatch(name -> show(name).json().containsKey("failingSince")));
      names.add(site.freshName("hook"));
      create(names.get(6), desk, ",\"events\":[\"node.*\"]");
      long from = System.nanoTime();
      reserveAndRelease(site.bareNode());
      await(() -> desk.taken(RESERVED, RELEASED).size() == 2);

      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SOON);
      assertThat(show(names.get(0)).json().getString("answer")).startsWith("It could not be told:");
      names.forEach(WebhooksIT::delete);
    }
  }

  @Test
  void told_goneForEver_isDisabledAndTheProjectHearsOfIt() {
    try (HookDesk gone = new HookDesk(410);
        HookDesk desk = new HookDesk(200)) {
      String name = site.freshName("hook");
      String other = site.freshName("hook");
      create(other, desk, ",\"events\":[\"webhook.*\"]");
      create(name, gone, "");
      reserveAndRelease(site.bareNode());
      await(() -> desk.first("webhook.disabled").isPresent());

      assertThat(desk.taken("webhook.disabled")).containsExactly("webhook.disabled " + name);
      assertThat(show(name).json().getBoolean("enabled")).isFalse();
      assertThat(gone.told()).hasSize(1);
      delete(name);
      delete(other);
    }
  }

  @Test
  void told_disabledForAWhile_goesOnWhereItWas() {
    try (HookDesk desk = new HookDesk(200)) {
      String name = site.freshName("hook");
      create(name, desk, ",\"events\":[\"node.*\"],\"enabled\":false");
      String node = site.bareNode();
      reserveAndRelease(node);
      change(name, desk, true);
      await(() -> desk.taken(RESERVED, RELEASED).size() == 2);
      delete(name);
    }
  }

  /** Who has died has the claim until it runs out; what he told and did not write is told again. */
  @Test
  void told_whoHadTheClaimDied_isToldWhenItRanOut() {
    try (HookDesk desk = new HookDesk(200);
        Records records = Records.open()) {
      String name = site.freshName("hook");
      create(name, desk, ",\"events\":[\"node.*\"]");
      records.update(
          "update webhook set claim = claim + 1, claimed_until = clock_timestamp()"
              + " + interval '4 seconds' where label = '%s'".formatted(name));
      reserveAndRelease(site.bareNode());
      assertThat(desk.told()).isEmpty();
      await(() -> desk.taken(RESERVED, RELEASED).size() == 2);
      delete(name);
    }
  }

  @Test
  void told_eventsThatAreNotKeptAnyMore_saysThatSomeWereMissed() {
    try (HookDesk desk = new HookDesk(200);
        Records records = Records.open()) {
      String name = site.freshName("hook");
      create(name, desk, ",\"events\":[\"node.*\"],\"enabled\":false");
      reserveAndRelease(site.bareNode());
      String where = " where label = '%s'".formatted(name);
      records.update(
          "update project_event_mark set forgotten = (select position from webhook%s)"
              .formatted(where));
      records.update("update webhook set position = position - 1" + where);
      change(name, desk, true);
      await(() -> desk.taken(RESERVED, RELEASED).size() == 2);
      assertThat(desk.told().get(0).type()).isEqualTo("webhook.missed");
      delete(name);
    }
  }

  @Test
  void create_addressThatOnlyTheServerReaches_isRefusedAtTheField() {
    for (String url :
        List.of(
            "http://10.0.0.1/",
            "http://169.254.169.254/latest/meta-data",
            "https://[::1]/",
            "http://192.168.1.1:8080/",
            "ftp://example.org/",
            "http://user:password@example.org/")) {
      Answer refused =
          site.manager.post(hooks(), "{\"name\":\"x\",\"url\":\"%s\"}".formatted(url)).is(400);
      assertThat(refused.json().getString("field")).isEqualTo("url");
    }
  }

  @Test
  void told_nameOfAnAddressThatIsClosed_isNotCalled() {
    String name = site.freshName("hook");
    String body = "{\"name\":\"%s\",\"url\":\"http://ip6-localhost:9/\"}";
    site.manager.post(hooks(), body.formatted(name)).is(201);
    reserveAndRelease(site.bareNode());
    await(() -> show(name).json().containsKey("failingSince"));

    assertThat(show(name).json().getString("answer")).startsWith("It could not be told:");
    delete(name);
  }

  @Test
  void secret_afterItWasMade_isShownNowhere() {
    try (HookDesk desk = new HookDesk(200)) {
      String name = site.freshName("hook");
      String secret = create(name, desk, "").json().getString("secret");
      String key = secret.substring("whsec_".length());

      assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
      assertThat(show(name).body()).doesNotContain(key);
      assertThat(site.manager.get(hooks()).is(200).body()).contains(name).doesNotContain(key);
      assertThat(change(name, desk, true).body()).doesNotContain(key);
      assertThat(site.admin.get("v1/audit?target=" + name).is(200).body())
          .contains("webhook.create", "webhook.change")
          .doesNotContain(key);
      site.manager.post(hooks(), body(name, desk.url(), "")).is(409);
      delete(name);
    }
  }

  private static Answer create(String name, HookDesk desk, String more) {
    return site.manager.post(hooks(), body(name, desk.url(), more)).is(201);
  }

  private static String body(String name, String url, String more) {
    return "{\"name\":\"%s\",\"url\":\"%s\"%s}".formatted(name, url, more);
  }

  private static Answer change(String name, HookDesk desk, boolean enabled) {
    String body = "{\"url\":\"%s\",\"events\":[\"node.*\"],\"enabled\":%s}";
    return site.manager.put(hooks() + "/" + name, body.formatted(desk.url(), enabled)).is(200);
  }

  private static Answer show(String name) {
    return site.manager.get(hooks() + "/" + name).is(200);
  }

  private static void delete(String name) {
    site.manager.delete(hooks() + "/" + name).is(204);
  }

  private static String hooks() {
    return "v1/projects/%s/webhooks".formatted(site.project);
  }

  private static String reservation(String node) {
    return "v1/nodes/%s/reservation".formatted(node);
  }

  private static String project(String name) {
    return "{\"project\":\"%s\"}".formatted(name);
  }

  private static void reserveAndRelease(String node) {
    site.member.put(reservation(node), project(site.project)).is(200);
    site.member.delete(reservation(node)).is(200);
  }

  private static void await(BooleanSupplier enough) {
    Site.until(() -> site.manager.get("v1/me"), answer -> enough.getAsBoolean());
  }

  private static String signature(String secret, Told call) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String text = call.id() + "." + call.time() + "." + call.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
