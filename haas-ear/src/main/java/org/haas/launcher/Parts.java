package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The parts of one HaaS, whether this run wants them or not. */
record Parts(
    Settings settings, Postgres postgres, Keycloak keycloak, SimSwitches switches, Payara payara) {

  static Parts of(Settings settings, State state, Secrets secrets, Path project)
      throws IOException {
    Distributions distributions = Distributions.of(project);
    Ports ports = settings.ports();
    Database database = settings.databaseOr(secrets.database());
    return new Parts(
        settings,
        new Postgres(state, distributions, ports.database(), database),
        new Keycloak(state, distributions, settings, secrets),
        new SimSwitches(state, distributions, ports.simulator(), secrets),
        new Payara(state, distributions, settings, secrets));
  }

  /** Those that are ours to start. */
  List<Part> wanted() {
    return inOrderOfStopping().filter(this::isWanted).toList();
  }

  private boolean isWanted(Part part) {
    return part == payara
        || (part == postgres && settings.database().isEmpty())
        || (part == keycloak && settings.login().isEmpty())
        || (part == switches && settings.withDemoSite());
  }

  /** All of them, what the others are used by first. */
  Stream<Part> inOrderOfStopping() {
    return Stream.of(payara, switches, keycloak, postgres);
  }
}
