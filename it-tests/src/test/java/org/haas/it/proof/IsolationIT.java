package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.haas.it.lab.FloodReport;
import org.haas.it.lab.Frame;
import org.haas.it.lab.HeardFrame;
import org.haas.it.lab.Lab;
import org.haas.it.lab.Nic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tenants of the lab ask for networks by the REST API; real frames tell what they got. */
class IsolationIT {
  private static final int CHANGES_OF_TENANT = 5;

  private static LabSite site;
  private static Lab lab;

  private LabNetwork red;
  private LabNetwork blue;

  @BeforeAll
  static void up() {
    site = new LabSite();
    lab = site.lab;
  }

  @AfterAll
  static void down() throws IOException {
    site.close();
  }

  @BeforeEach
  void networks() {
    site.nodes().subList(0, 5).forEach(site.physics::reserve);
    red = site.network(site.physics);
    blue = site.network(site.physics);
  }

  @AfterEach
  void clear() {
    site.assertInvariants();
    site.clear();
  }

  @Test
  void connect_sameNetwork_pingsOnOneSwitchAndAcrossTheTrunk() {
    site.physics.connect(red, nic(1), nic(2), nic(4));

    assertThat(lab.pings(nic(1), nic(2))).as("on one switch").isTrue();
    assertThat(lab.pings(nic(1), nic(4))).as("across the trunk").isTrue();
    assertThat(lab.pings(nic(4), nic(2))).as("and back").isTrue();
  }

  @Test
  void connect_otherNetworkOrNone_hearsNothing() {
    site.physics.connect(red, nic(1), nic(4));
    site.physics.connect(blue, nic(2), nic(5));

    assertThat(lab.hears(nic(1), Frame.untagged())).containsOnlyKeys(nic(4));
    assertThat(lab.hears(nic(5), Frame.untagged())).containsOnlyKeys(nic(2));
    assertThat(lab.hears(nic(3), Frame.untagged())).isEmpty();
    assertThat(lab.pings(nic(1), nic(2))).isFalse();
  }

  @Test
  void detach_done_hearsNothingUntilTheNextConnectIsAsked() {
    site.physics.connect(red, nic(1), nic(2), nic(4));
    for (Nic neighbour : List.of(nic(2), nic(4))) {
      lab.flood(neighbour, Frame.untagged());
      site.physics.detach(nic(1), red);
      Instant done = Instant.now();
      assertThat(lab.hears(neighbour, Frame.untagged())).doesNotContainKey(nic(1));
      Instant asked = Instant.now();
      site.physics.connect(red, nic(1));

      List<HeardFrame> heard = lab.calm().heardBy(nic(1));

      assertThat(heard).as("the flood reached it at other times").isNotEmpty();
      assertThat(heard).noneMatch(frame -> isBetween(done, frame.sentAt(), asked));
    }
  }

  @Test
  void release_done_hearsNothingAndSpeaksToNobody() {
    site.physics.connect(red, nic(1), nic(2), nic(4));
    site.physics.detach(nic(1), red);
    site.physics.release(nic(1).node());

    assertThat(lab.hears(nic(2), Frame.untagged())).containsOnlyKeys(nic(4));
    assertThat(lab.hears(nic(1), Frame.untagged())).isEmpty();
    assertThat(lab.hears(nic(1), Frame.tagged(red.vlan().value()))).isEmpty();
  }

  @Test
  void connect_nativeTaggedAndBoth_carryTheirTags() {
    Nic untagged = nic(1);
    Nic tagged = nic(2);
    Nic both = nic(4);
    site.physics.connect(untagged, red, "vlan/native");
    site.physics.connect(tagged, red, red.tagged());
    site.physics.connect(both, blue, "vlan/native");
    site.physics.connect(both, red, red.tagged());
    site.physics.connect(nic(5), blue, "vlan/native");
    Wiring wiring = new Wiring(lab);
    wiring.connect(untagged, red, false);
    wiring.connect(tagged, red, true);
    wiring.connect(both, blue, false);
    wiring.connect(both, red, true);
    wiring.connect(nic(5), blue, false);

    wiring.assertHolds(List.of(red.vlan(), blue.vlan()), "native, tagged and both");

    assertThat(tags(lab.hears(untagged, Frame.untagged()).get(tagged)))
        .containsExactly(red.vlan().toString());
    assertThat(tags(lab.hears(nic(5), Frame.untagged()).get(both))).isEmpty();
  }

  @Test
  void parked_port_carriesNothingNeitherUntaggedNorWithForgedTags() {
    site.physics.connect(red, nic(1), nic(4));
    site.physics.connect(nic(2), blue, blue.tagged());
    List<Nic> connected = List.of(nic(1), nic(2), nic(4));
    List<Nic> parked = lab.nics().stream().filter(nic -> !connected.contains(nic)).toList();

    for (Nic from : parked) {
      for (Frame frame : forged()) {
        assertThat(lab.hears(from, frame)).as("%s with tags %s", from, frame.tags()).isEmpty();
      }
    }
    for (Nic from : connected) {
      for (Frame frame : forged()) {
        assertThat(lab.hears(from, frame))
            .as("%s with tags %s", from, frame.tags())
            .doesNotContainKeys(parked.toArray(Nic[]::new));
      }
    }
  }

  /** The networks' own VLANs, those that ports are parked on, and what is no VLAN; also nested. */
  private List<Frame> forged() {
    List<Integer> ids =
        Stream.concat(
                Stream.of(0, 1, 4094, 4095, red.vlan().value(), blue.vlan().value()),
                Stream.iterate(3800, id -> id + 1).limit(14))
            .toList();
    Stream<Frame> single = ids.stream().map(Frame::tagged);
    Stream<Frame> priority = Stream.of("0p7", "88a8:" + red.vlan()).map(IsolationIT::withTag);
    Stream<Frame> nested =
        Stream.of(0, 1, 3800, 3801, blue.vlan().value())
            .map(outer -> Frame.tagged(outer, red.vlan().value()));
    return Stream.of(Stream.of(Frame.untagged()), single, priority, nested)
        .flatMap(frames -> frames)
        .toList();
  }

  private static Frame withTag(String tag) {
    return Frame.untagged().withTags(List.of(tag));
  }

  @Test
  void move_addressLearnedBefore_doesNotLeakAfter() {
    Nic moved = nic(1);
    site.physics.connect(red, moved, nic(2), nic(4));
    lab.hears(moved, Frame.untagged());
    assertThat(lab.hears(nic(2), Frame.untagged().to(moved))).containsOnlyKeys(moved);
    assertThat(lab.hears(nic(4), Frame.untagged().to(moved))).containsOnlyKeys(moved);

    site.physics.detach(moved, red);
    site.physics.connect(blue, moved, nic(3));

    for (Nic neighbour : List.of(nic(2), nic(4))) {
      assertThat(lab.hears(neighbour, Frame.untagged().to(moved)))
          .doesNotContainKeys(moved, nic(3));
    }
    assertThat(lab.hears(nic(3), Frame.untagged().to(moved))).containsOnlyKeys(moved);
    site.physics.connect(red, nic(5));
    lab.hears(nic(5), Frame.untagged().from(moved.mac()));
    assertThat(lab.hears(nic(2), Frame.untagged().to(moved))).containsOnlyKeys(nic(5));
  }

  @Test
  void tenant_changesWhileTheOldNeighboursFlood_nothingReachesTheNewOne() {
    LabNetwork green = site.network(site.biology);
    site.biology.reserve(nic(6).node());
    site.biology.connect(green, nic(6));
    Nic passed = nic(1);
    site.physics.connect(red, nic(2), nic(4));
    for (int change = 0; change < CHANGES_OF_TENANT; change++) {
      site.physics.connect(red, passed);
      Nic speaker = change % 3 == 0 ? passed : nic(change % 3 == 1 ? 2 : 4);
      lab.flood(speaker, Frame.untagged());
      site.physics.detach(passed, red);
      Instant done = Instant.now();
      site.physics.release(passed.node());
      site.biology.reserve(passed.node());
      Instant asked = Instant.now();
      site.biology.connect(green, passed);

      assertNoneCrossed(lab.calm(), speaker, done, asked);

      site.biology.detach(passed, green);
      site.biology.release(passed.node());
      site.physics.reserve(passed.node());
    }
  }

  /** The node's own frames belong to the new tenant from his connect on, and to nobody before. */
  private void assertNoneCrossed(FloodReport flood, Nic speaker, Instant done, Instant asked) {
    List<HeardFrame> atNewNeighbour = flood.heardBy(nic(6));
    if (speaker.equals(nic(1))) {
      assertThat(atNewNeighbour).noneMatch(frame -> frame.sentAt().isBefore(asked));
      assertThat(flood.heardBy(nic(2))).noneMatch(frame -> frame.sentAt().isAfter(done));
      assertThat(flood.heardBy(nic(4))).noneMatch(frame -> frame.sentAt().isAfter(done));
    } else {
      assertThat(atNewNeighbour).isEmpty();
      assertThat(flood.heardBy(nic(1)))
          .isNotEmpty()
          .noneMatch(frame -> frame.sentAt().isAfter(done));
    }
  }

  private static boolean isBetween(Instant from, Instant at, Instant to) {
    return at.isAfter(from) && at.isBefore(to);
  }

  private static List<String> tags(List<HeardFrame> heard) {
    return heard.get(0).tags();
  }

  private static Nic nic(int node) {
    return lab.nic(node, "nic1");
  }
}
