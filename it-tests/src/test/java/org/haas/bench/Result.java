package org.haas.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param work what was done
 * @param value what is judged, in {@code unit}
 * @param figure the whole measurement, where there is one
 * @param limit what the machine could do in the same run, in the same unit
 * @param limitOf of what
 * @param original what HIL's last release did, in the same unit
 * @param wanted the targets, in words
 * @param met whether they are met
 */
record Result(
    String work,
    double value,
    String unit,
    Optional<Figure> figure,
    Optional<Double> limit,
    String limitOf,
    Optional<Double> original,
    String wanted,
    boolean met) {

  /** The line. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-34s %10s %-6s %9s %9s %9s %10s  %-34s %s",
        work,
        number(Optional.of(value)),
        unit,
        number(figure.map(Figure::p99Millis)),
        number(figure.map(Figure::serverMillis)),
        number(figure.map(Figure::databaseMillis)),
        number(original),
        number(limit) + " " + limitOf,
        wanted.isEmpty() ? "" : (met ? "met: " : "MISSED: ") + wanted);
  }

  /** The line above. */
  static String heading() {
    return String.format(
        Locale.ROOT,
        "%-34s %10s %-6s %9s %9s %9s %10s  %-34s %s",
        "work",
        "measured",
        "",
        "p99 ms",
        "server ms",
        "db ms",
        "original",
        "limit in this run",
        "target");
  }

  private static String number(Optional<Double> value) {
    return value
        .map(v -> String.format(Locale.ROOT, v < 10 ? "%.2f" : v < 100 ? "%.1f" : "%.0f", v))
        .orElse("-");
  }

  /** The same for programs. */
  JsonObject json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("work", work)
            .add("value", value)
            .add("unit", unit)
            .add("wanted", wanted)
            .add("met", met);
    limit.ifPresent(l -> json.add("limit", l).add("limitOf", limitOf));
    original.ifPresent(o -> json.add("original", o));
    figure.ifPresent(
        f ->
            json.add("perSecond", f.perSecond())
                .add("p50Millis", f.p50Millis())
                .add("p99Millis", f.p99Millis())
                .add("serverMillis", f.serverMillis())
                .add("databaseMillis", f.databaseMillis()));
    return json.build();
  }
}
