package org.haas.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haas.access.Caller;
import org.haas.config.HaasConfig;
import org.haas.config.Seal;
import org.haas.config.SettingsInMemory;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in from elsewhere. */
class RelayTicketsTest {
  private static final long NOW = 1_800_000_000_000L;
  private static final UUID OWNER = UUID.randomUUID();

  private final RelayTicket ticket =
      new RelayTicket(
          Place.ofNode(7, new Label("node-7"), UUID.randomUUID()),
          new Caller("https://login", "s-1", "alice", false),
          true,
          Optional.of(new Position(UUID.randomUUID(), 12345678901L)),
          NOW);

  @TempDir private Path folder;
  private RelayTickets ours;
  private RelayTickets theirs;

  @BeforeEach
  void make() throws IOException {
    ours = tickets("a", (byte) 1);
    theirs = tickets("b", (byte) 2);
  }

  private RelayTickets tickets(String name, byte key) throws IOException {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, key);
    Path file = folder.resolve(name);
    Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
    return new RelayTickets(
        new Seal(
            new HaasConfig(new SettingsInMemory(Map.of("haas.master.key.file", file.toString())))));
  }

  @Test
  void read_whatAnInstanceWroteForThisOne_isWhatItWrote() {
    String text = ours.write(OWNER, ticket);

    assertThat(ours.read(OWNER, text, () -> NOW + 29_000)).isEqualTo(ticket);
    assertThat(text).doesNotContain("alice").matches("[A-Za-z0-9_-]+");
  }

  @Test
  void read_withoutPosition_isTheSame() {
    RelayTicket plain =
        new RelayTicket(ticket.place(), ticket.caller(), false, Optional.empty(), NOW);

    assertThat(ours.read(OWNER, ours.write(OWNER, plain), () -> NOW)).isEqualTo(plain);
  }

  @Test
  void read_twice_isRefusedTheSecondTime() {
    String text = ours.write(OWNER, ticket);
    ours.read(OWNER, text, () -> NOW);

    assertRefused(OWNER, text, NOW);
  }

  @Test
  void read_ofAnotherKeyOrInstanceOrTimeOrNothing_isRefused() {
    assertRefused(OWNER, theirs.write(OWNER, ticket), NOW);
    assertRefused(OWNER, ours.write(UUID.randomUUID(), ticket), NOW);
    assertRefused(OWNER, ours.write(OWNER, ticket), NOW + 31_000);
    assertRefused(OWNER, ours.write(OWNER, ticket), NOW - 31_000);
    assertRefused(OWNER, "", NOW);
    assertRefused(OWNER, "%%%", NOW);
    assertRefused(OWNER, "A".repeat(9000), NOW);
  }

  @Test
  void read_oneBitChanged_isRefused() {
    byte[] sealed = Base64.getUrlDecoder().decode(ours.write(OWNER, ticket));
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertRefused(OWNER, Base64.getUrlEncoder().encodeToString(changed), NOW);
    }
  }

  private void assertRefused(UUID self, String text, long now) {
    assertThatThrownBy(() -> ours.read(self, text, () -> now))
        .isInstanceOf(HaasException.class)
        .hasMessageContaining("other instances");
  }
}
