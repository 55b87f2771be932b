package org.haas.power;

import java.util.Locale;

/** A step of the release of a machine, as people see it. Done again, each is dull. */
enum ReleaseStep {
  /** No console of the tenure is open in any instance. */
  CONSOLES,
  /** The machine was seen off. */
  POWER,
  /** It boots as it did before the tenure. */
  BOOT,
  /** Its switch ports were read to carry nothing. */
  PORTS,
  /** It goes to the maintenance pool. */
  MAINTENANCE,
  /** It is anybody's. */
  FREE;

  /** The word that people see. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ReleaseStep of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
