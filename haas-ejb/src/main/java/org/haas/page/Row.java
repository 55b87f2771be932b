package org.haas.page;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of an answer; columns count from 1. */
public final class Row {
  private final ResultSet found;

  Row(ResultSet found) {
    this.found = found;
  }

  /** A text that is there. */
  public String text(int column) throws SQLException {
    return found.getString(column);
  }

  /** A text that may be null. */
  public Optional<String> optional(int column) throws SQLException {
    return Optional.ofNullable(found.getString(column));
  }

  /** A time that may be null. */
  public Optional<Instant> moment(int column) throws SQLException {
    return Optional.ofNullable(found.getTimestamp(column)).map(Timestamp::toInstant);
  }

  /** A number; 0 for null. */
  public long number(int column) throws SQLException {
    return found.getLong(column);
  }

  /** Yes or no; no for null. */
  public boolean flag(int column) throws SQLException {
    return found.getBoolean(column);
  }

  /** Bytes that are there. */
  public byte[] bytes(int column) throws SQLException {
    return found.getBytes(column);
  }

  /** An array of texts; empty for null. */
  public List<String> texts(int column) throws SQLException {
    Array array = found.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** The words of a text between single blanks; none for null. */
  public List<String> words(int column) throws SQLException {
    String text = found.getString(column);
    return text == null ? List.of() : List.of(text.split(" "));
  }
}
