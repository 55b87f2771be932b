package org.haas.it.machines;

import java.time.Duration;
import java.util.List;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;

/** One machine as a member of the project that holds it knows it: by REST only. */
public final class Machine {
  public final String name;
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

  /** Does that with its power, and returns when it is DONE; answers how long it took. */
  Duration does(String action) {
    Ended ended = asks(action).end();
    if (!ended.state().equals("DONE")) {
      throw new AssertionError("Not done: " + ended);
    }
    return ended.after();
  }

  /** Asks for that, and does not wait. */
  Asked asks(String action) {
    long begin = System.nanoTime();
    return new Asked(
        member.post(path + "/power", "{\"action\":\"%s\"}".formatted(action)).is(202), begin);
  }

  /** Chooses what it starts from next, and returns when that is DONE. */
  void startsNextFrom(String device) {
    Answer asked =
        member
            .put(path + "/boot-device", "{\"device\":\"%s\",\"once\":true}".formatted(device))
            .is(202);
    site.awaitEnd(asked.json().getString("id"));
  }

  /** Waits until HaaS tells that power state: ON, OFF or UNKNOWN. */
  public void isSeen(String state) {
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

  /** An operation that was accepted, and when. */
  final class Asked {
    private final Answer accepted;
    private final long begin;

    private Asked(Answer accepted, long begin) {
      this.accepted = accepted;
      this.begin = begin;
    }

    /** Waits for its end, whatever it is. */
    Ended end() {
      String operation = "v1/operations/" + accepted.json().getString("id");
      Site.until(
          () -> member.get(operation).is(200),
          answer -> !List.of("PENDING", "RUNNING").contains(answer.json().getString("state")));
      return new Ended(member.get(operation), Duration.ofNanos(System.nanoTime() - begin));
    }
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
