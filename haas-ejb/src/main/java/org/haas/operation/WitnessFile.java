package org.haas.operation;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.haas.config.HaasConfig;

/**
 * The newest {@link Witness}, outside of the database: {@code witness} in the folder {@code
 * haas.state}. Instances of one machine may share it.
 */
@ApplicationScoped
class WitnessFile {
  private static final System.Logger LOG = System.getLogger(WitnessFile.class.getName());

  private Optional<Path> file = Optional.empty();

  /** For CDI. */
  protected WitnessFile() {}

  @Inject
  WitnessFile(HaasConfig config) {
    this(config.state());
    if (file.isEmpty()) {
      LOG.log(WARNING, "HAAS_STATE is not set: a database that went back in time goes unnoticed");
    }
  }

  WitnessFile(Optional<Path> folder) {
    file = folder.map(known -> known.resolve("witness"));
  }

  /** What was kept last. */
  Optional<Witness> read() {
    try {
      return file.isPresent() && Files.exists(file.get())
          ? Witness.parse(Files.readString(file.get()))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Not forced to the disk: only a power cut together with a lost database would need that. */
  void keep(Witness witness) {
    if (file.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.get().getParent());
      Path fresh = Files.createTempFile(file.get().getParent(), "witness", ".new");
      Files.writeString(fresh, witness + "\n");
      Files.move(fresh, file.get(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
