package org.haas.it.machines;

import java.time.Duration;
import java.util.List;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;

/** One machine as a member of the project that holds it knows it: by REST only. */
final class Machine {
  final String name;
  final Api member;
  final LabController controller;

  private final Site site;
  private final String path;

  Machine(Site site, String name, LabController controller) {
    this.site = site;
    this.member = site.member;
    this.name = name;
    this.path = "v1/nodes/" + name;
    this.controller = controller;
  }

  void reserve() {
    member.put(path + "/reservation", "{\"project\":\"%s\"}".formatted(site.project)).is(200);
  }

  /** Gives it back, and waits until it is free: HaaS has seen it off by then. */
  void release() {
    member.delete(path + "/reservation").isDone();
    Site.until(
        () -> site.admin.get(path), answer -> answer.json().getString("state").equals("FREE"));
  }

  /** Tells HaaS of its controller, with that password. */
  void record(String password) {
    site.admin.put(path + "/bmc", controller.document(password)).isDone();
  }

  /** Does that with its power, and returns when it is DONE. */
  void does(String action) {
    Ended ended = tries(action);
    if (!ended.state().equals("DONE")) {
      throw new AssertionError("Not done: " + ended);
    }
  }

  /** The same, but it may end otherwise. */
  Ended tries(String action) {
    long begin = System.nanoTime();
    Answer asked = member.post(path + "/power", "{\"action\":\"%s\"}".formatted(action)).is(202);
    return ended(asked, begin);
  }

  /** Chooses what it starts from next, and returns when that is DONE. */
  void startsNextFrom(String device) {
    Answer asked =
        member
            .put(path + "/boot-device", "{\"device\":\"%s\",\"once\":true}".formatted(device))
            .is(202);
    site.awaitEnd(asked.json().getString("id"));
  }

  private Ended ended(Answer asked, long begin) {
    String operation = "v1/operations/" + asked.json().getString("id");
    Site.until(
        () -> member.get(operation).is(200),
        answer -> !List.of("PENDING", "RUNNING").contains(answer.json().getString("state")));
    return new Ended(member.get(operation), Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Waits until HaaS tells that power state: ON, OFF or UNKNOWN. */
  void isSeen(String state) {
    Site.until(this::power, answer -> answer.json().getString("state").equals(state));
  }

  /** What HaaS tells of its power. */
  Answer power() {
    return member.get(path + "/power").is(200);
  }

  /** Where its console is, below {@code /api/}. */
  String console() {
    return path + "/console";
  }

  /** How an operation ended, and after how long. */
  record Ended(Answer operation, Duration after) {
    String state() {
      return operation.json().getString("state");
    }

    String error() {
      return operation.json().getString("error");
    }
  }
}
