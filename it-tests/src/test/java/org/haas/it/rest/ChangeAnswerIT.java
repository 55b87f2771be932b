package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A change answers with what is shown from then on. */
class ChangeAnswerIT {
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
  void reserveAndRelease_byAMember_answerWhatIsShown() {
    reserveAndRelease(site.member, site.nodeWithNic());
    reserveAndRelease(site.member, site.describedNode());
  }

  @Test
  void reserveAndRelease_byAnAdministrator_answerWhatIsShown() {
    reserveAndRelease(site.admin, site.cabledNode());
  }

  private static void reserveAndRelease(Api caller, String node) {
    String path = "v1/nodes/" + node;
    String project = "{\"project\":\"%s\"}".formatted(site.project);
    assertShown(caller, path, caller.put(path + "/reservation", project).is(200));
    assertShown(caller, path, caller.delete(path + "/reservation").is(200));
  }

  @Test
  void create_byAMember_answersWhatIsShown() {
    create(
        site.member,
        "{\"name\":\"%%s\",\"owner\":\"%s\",\"grants\":[\"%s\"]}"
            .formatted(site.project, site.otherProject));
    create(site.manager, "{\"name\":\"%%s\",\"owner\":\"%s\"}".formatted(site.project));
  }

  @Test
  void create_byAnAdministrator_answersWhatIsShown() {
    create(site.admin, "{\"name\":\"%s\",\"visibility\":\"PUBLIC\"}");
    create(site.admin, "{\"name\":\"%%s\",\"grants\":[\"%s\"]}".formatted(site.project));
    create(site.admin, "{\"name\":\"%%s\",\"owner\":\"%s\"}".formatted(site.otherProject));
  }

  private static void create(Api caller, String body) {
    String name = site.freshName("answered");
    Answer made = caller.post("v1/networks", body.formatted(name)).is(201);
    assertShown(caller, "v1/networks/" + name, made);
    caller.delete("v1/networks/" + name).is(204);
  }

  private static void assertShown(Api caller, String path, Answer answered) {
    assertThat(answered.json()).isEqualTo(caller.get(path).is(200).json());
  }
}
