package org.haas.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured so far, printed as it comes. */
final class Report {
  private final PrintStream out;
  private final List<Result> results = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  void heading() {
    out.println();
    out.println(Result.heading());
  }

  void add(Result result) {
    results.add(result);
    out.println(result.line());
  }

  boolean allMet() {
    return results.stream().allMatch(Result::met);
  }

  /** Writes all of it as JSON. */
  void write(Path file, boolean isShort) throws IOException {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    results.forEach(result -> lines.add(result.json()));
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        Json.createObjectBuilder()
            .add("processors", Runtime.getRuntime().availableProcessors())
            .add("short", isShort)
            .add("results", lines)
            .build()
            .toString());
    out.printf("%nAlso in %s%n", file);
  }
}
