package org.haas.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.error.HaasException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookoutTest {
  private static final Witness FIRST = new Witness(7, UUID.randomUUID(), 0);
  private static final Witness SECOND = new Witness(8, UUID.randomUUID(), 0);

  @TempDir private Path folder;
  private final Records records = new Records();
  private WitnessFile file;
  private Lookout lookout;

  /** A database with these operations. */
  private static final class Records extends ObservationStore {
    final List<Witness> operations = new ArrayList<>(List.of(FIRST));
    final List<String> reasons = new ArrayList<>();
    long epoch;
    boolean open;

    @Override
    Sight look(Optional<Witness> kept) {
      boolean knows =
          operations.stream()
              .anyMatch(o -> kept.filter(w -> w.uuid().equals(o.uuid())).isPresent());
      Optional<Witness> newest =
          operations.stream()
              .reduce((one, next) -> next)
              .map(last -> new Witness(last.operation(), last.uuid(), epoch));
      return new Sight(epoch, open, knows, newest);
    }

    @Override
    void begin(String reason) {
      reasons.add(reason);
      open = true;
    }
  }

  /** An operation that writes, or only looks. */
  private static final class Deed extends Operation {
    Deed(boolean looks) {
      super(QueueId.ofSwitch(7), "do_it", "physics", Instant.EPOCH);
      if (looks) {
        onlyLooks();
      }
    }
  }

  @BeforeEach
  void open() {
    file = new WitnessFile(Optional.of(folder));
    lookout = new Lookout(file, records);
  }

  @Test
  void look_firstTime_keepsTheNewestOperation() {
    lookout.look();
    assertThat(file.read()).contains(FIRST);
    assertThat(lookout.isObserving()).isFalse();
    assertThatNoException().isThrownBy(lookout::requireTrust);
  }

  @Test
  void look_operationIsGone_observesAndKeepsWhatItKnows() {
    records.operations.add(SECOND);
    lookout.look();
    records.operations.remove(SECOND);
    lookout.look();
    assertThat(records.reasons).singleElement().asString().contains(SECOND.uuid().toString());
    assertThat(file.read()).contains(SECOND);
    assertThat(lookout.isObserving()).isTrue();
    assertThatExceptionOfType(HaasException.class)
        .isThrownBy(lookout::requireTrust)
        .withMessageContaining("went back in time")
        .withMessageContaining("drift report");
  }

  @Test
  void look_sameNumberGivenAgain_observes() {
    lookout.look();
    records.operations.set(0, new Witness(FIRST.operation(), UUID.randomUUID(), 0));
    lookout.look();
    assertThat(lookout.isObserving()).isTrue();
  }

  @Test
  void look_anotherInstanceFoundOut_observesToo() {
    records.open = true;
    lookout.look();
    assertThat(lookout.isObserving()).isTrue();
    assertThat(records.reasons).isEmpty();
    assertThat(file.read()).isEmpty();
  }

  @Test
  void look_accepted_worksAgainAndForgetsWhatIsLost() {
    file.keep(SECOND);
    lookout.look();
    records.open = false;
    records.epoch = 1;
    lookout.look();
    lookout.look();
    assertThat(lookout.isObserving()).isFalse();
    assertThat(records.reasons).hasSize(1);
    assertThat(file.read()).contains(new Witness(FIRST.operation(), FIRST.uuid(), 1));
  }

  @Test
  void look_acceptanceItselfIsGone_observes() {
    file.keep(new Witness(FIRST.operation(), FIRST.uuid(), 1));
    lookout.look();
    assertThat(lookout.isObserving()).isTrue();
  }

  @Test
  void allowed_whileObserving_isOnlyWhatLooks() {
    List<Operation> due = List.of(new Deed(false), new Deed(true));
    assertThat(lookout.allowed(due)).isEqualTo(due);
    file.keep(SECOND);
    assertThat(lookout.allowed(due)).containsExactly(due.get(1));
  }

  @Test
  void read_damagedFile_isNothing() throws IOException {
    Files.writeString(folder.resolve("witness"), "7 not-a-name 0");
    assertThat(file.read()).isEmpty();
  }

  @Test
  void keep_noFolder_isNothing() {
    WitnessFile none = new WitnessFile(Optional.empty());
    none.keep(FIRST);
    assertThat(none.read()).isEmpty();
  }
}
