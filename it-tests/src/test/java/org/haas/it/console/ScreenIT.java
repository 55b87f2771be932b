package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The screen of a headnode by its WebSocket, and everybody who has no business there. */
class ScreenIT {
  private static final String GREETING = "RFB 003.008\n";
  private static final int PIECE = 64 * 1024;

  /** 100 MiB in pieces: more than all buffers on the way take together. */
  private static final int MANY = 1600;

  /** Screens of one headnode at once. */
  private static final int MOST = 8;

  private static final int ATTEMPTS = 40;
  private static final long PAUSE_NANOS = 250_000_000;

  private static Site site;
  private static Heads heads;
  private static String head;

  @BeforeAll
  static void make() {
    site = new Site();
    heads = new Heads(site);
    head = heads.made(true);
  }

  @AfterAll
  static void takeAway() throws IOException {
    heads.delete(head);
    heads.close();
    site.close();
  }

  @Test
  void open_withATicket_relaysBothWays() {
    try (Screen screen = Screen.of(site.member, head);
        Screen second = Screen.of(site.admin, head)) {
      screen.sees(GREETING);
      second.sees(GREETING);
      screen.sends("keys of the first");
      screen.sees("keys of the first");
      assertThat(second.text()).isEqualTo(GREETING);
      assertThat(screen.end()).isEmpty();
    }
  }

  @Test
  void open_withTheTicketAndATokenOfTheSamePerson_isTheSame() {
    String ticket = Screen.ticket(site.member, head);
    try (Screen screen = Screen.knock(site.member, head, Screen.ours(), ticket)) {
      screen.sees(GREETING);
    }
  }

  @Test
  void ticket_usedOrForeignOrOld_isRefused() throws SQLException {
    String used = Screen.ticket(site.member, head);
    Screen.with(used, head).close();
    refused("401", () -> Screen.with(used, head));
    refused("401", () -> Screen.with("A".repeat(43), head));
    refused("401", () -> Screen.with("no-ticket", head));
    refused("401", () -> Screen.knock(site.member, head, Screen.ours()));
    String one = Screen.ticket(site.member, head);
    String two = Screen.ticket(site.member, head);
    refused("401", () -> Screen.knock(Api.anonymous(), head, Screen.ours(), one, two));
    String old = Screen.ticket(site.member, head);
    try (Records records = Records.open()) {
      records.change("update screen_ticket set expires_at = clock_timestamp()");
    }
    refused("401", () -> Screen.with(old, head));
  }

  @Test
  void ticket_forAnotherHeadnode_isRefusedAndUsedUp() {
    String other = heads.made(true);
    String ticket = Screen.ticket(site.member, other);
    refused("401", () -> Screen.with(ticket, head));
    refused("401", () -> Screen.with(ticket, other));
    heads.delete(other);
  }

  @Test
  void ticket_ofAnotherTenant_isRefused() {
    site.outsider.post("v1/headnodes/%s/screen-tickets".formatted(head), "{}").is(404);
    String ticket = Screen.ticket(site.member, head);
    refused("401", () -> Screen.knock(site.outsider, head, Screen.ours(), ticket));
  }

  @Test
  void ticket_ofWhoIsNoMemberAnyMore_isRefused() {
    String somebody = site.freshMember();
    String ticket = Screen.ticket(site.login(somebody), head);
    site.admin.delete("v1/projects/%s/members/%s".formatted(site.project, somebody)).is(204);
    refused("404", () -> Screen.with(ticket, head));
  }

  @Test
  void origin_noneOrAnotherSite_isRefused() {
    String ticket = Screen.ticket(site.member, head);
    Api nobody = Api.anonymous();
    refused("403", () -> Screen.knock(nobody, head, Optional.empty(), ticket));
    refused("403", () -> Screen.knock(nobody, head, Optional.of("http://evil.example"), ticket));
    refused("403", () -> Screen.knock(nobody, head, Optional.of("null"), ticket));
    refused("403", () -> Screen.knock(site.member, head, Optional.empty(), ticket));
  }

  @Test
  void ticket_ofAStoppedHeadnode_isRefused() {
    String stopped = heads.made(false);
    String path = "v1/headnodes/%s/screen-tickets".formatted(stopped);
    assertThat(site.member.post(path, "{}").is(409).body()).contains("does not run");
    heads.delete(stopped);
  }

  @Test
  void membership_withdrawn_endsIt() {
    String somebody = site.freshMember();
    try (Screen screen = Screen.of(site.login(somebody), head);
        Screen stays = Screen.of(site.member, head)) {
      screen.sees(GREETING);
      site.admin.delete("v1/projects/%s/members/%s".formatted(site.project, somebody)).is(204);
      screen.ends("closed 1008 You may not see this headnode any more.");
      stays.sends("still here");
      stays.sees("still here");
    }
  }

  @Test
  void delete_endsIt() {
    String going = heads.made(true);
    try (Screen screen = Screen.of(site.member, going)) {
      screen.sees(GREETING);
      heads.delete(going);
      screen.ends("closed 1000 The headnode is deleted.");
    }
  }

  @Test
  void text_isNotUnderstood() {
    try (Screen screen = Screen.of(site.member, head)) {
      screen.sees(GREETING);
      screen.says("hello");
      screen.ends("closed 1008");
    }
  }

  @Test
  void send_moreThanIsTaken_isCutOff() {
    try (Screen screen = Screen.blind(site.member, head)) {
      byte[] piece = new byte[PIECE];
      for (int sent = 0; sent < MANY && screen.sends(piece); sent++) {
        assertThat(screen.end()).isEmpty();
      }
      assertThat(openBeside()).as("screens beside the one that is cut off").isEqualTo(MOST);
    }
  }

  /** How many more screens of the headnode can be open at once; those of before may be closing. */
  private static int openBeside() {
    List<Screen> open = new ArrayList<>();
    try {
      for (int attempt = 0; attempt < ATTEMPTS && open.size() < MOST; attempt++) {
        if (!opensInto(open)) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
      return open.size();
    } finally {
      open.forEach(Screen::close);
    }
  }

  private static boolean opensInto(List<Screen> open) {
    String ticket = Screen.ticket(site.member, head);
    try {
      Screen next = Screen.with(ticket, head);
      open.add(next);
      next.sees(GREETING);
      return true;
    } catch (CompletionException full) {
      assertThat(full).hasStackTraceContaining("503");
      return false;
    }
  }

  private static void refused(String status, ThrowingCallable attempt) {
    assertThatThrownBy(attempt).hasStackTraceContaining(status);
  }
}
