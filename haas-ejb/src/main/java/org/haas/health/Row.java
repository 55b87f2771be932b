package org.haas.health;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.haas.spi.Label;

/** The columns of a row of a report, in their order. */
record Row(List<Object> columns) {
  /** Reads all rows. */
  static <T> List<T> all(List<?> rows, Function<Row, T> reader) {
    return rows.stream().map(row -> new Row(Arrays.asList((Object[]) row))).map(reader).toList();
  }

  Optional<String> text(int column) {
    return Optional.ofNullable((String) columns.get(column));
  }

  Optional<Label> label(int column) {
    return text(column).map(Label::new);
  }

  Optional<Instant> moment(int column) {
    return Optional.ofNullable((Timestamp) columns.get(column)).map(Timestamp::toInstant);
  }

  Optional<UUID> uuid(int column) {
    return Optional.ofNullable((UUID) columns.get(column));
  }

  long number(int column) {
    return ((Number) columns.get(column)).longValue();
  }

  boolean flag(int column) {
    return Boolean.TRUE.equals(columns.get(column));
  }
}
