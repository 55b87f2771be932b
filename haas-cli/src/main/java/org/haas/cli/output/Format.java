package org.haas.cli.output;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form of results. */
public enum Format {
  /** Aligned columns, or a line for each field: for people. */
  TABLE,
  /** The same with every column. */
  WIDE,
  /** What the API answered. */
  JSON,
  /** The same in YAML. */
  YAML,
  /** Every column, with a head, as in RFC 4180. */
  CSV;

  /** The format of that name. */
  public static Optional<Format> named(String name) {
    return Stream.of(values()).filter(format -> format.word().equals(name)).findFirst();
  }

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
