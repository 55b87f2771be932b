package org.haas.cli.hil;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.haas.cli.json.JsonText;
import org.haas.cli.output.View;

/** What became of each thing, or would. */
final class Report {
  static final View VIEW = View.of("kind", "name", "result", "detail");

  private static final Set<Result> OPEN = Set.of(Result.DIFFERS, Result.REFUSED, Result.WAITS);

  private final List<JsonObject> rows = new ArrayList<>();
  private final boolean dryRun;
  private int open;

  /** Of a run that changes nothing, or of one that does. */
  Report(boolean dryRun) {
    this.dryRun = dryRun;
  }

  /** How it ended. */
  enum Result {
    /** It is in HaaS as in HIL. */
    THERE("there"),
    /** It is now. */
    MADE("made"),
    /** It is in HaaS, but otherwise; nothing was changed. */
    DIFFERS("differs"),
    /** It cannot be so in HaaS. */
    REFUSED("refused"),
    /** Something has to be done first, and then the import again. */
    WAITS("waits"),
    /** It is not imported. */
    BY_HAND("by hand");

    private final String word;

    Result(String word) {
      this.word = word;
    }
  }

  void add(String kind, String name, Result result, String detail) {
    open += OPEN.contains(result) ? 1 : 0;
    String word = dryRun && result == Result.MADE ? "to make" : result.word;
    rows.add(
        JsonText.object()
            .add("kind", kind)
            .add("name", name)
            .add("result", word)
            .add("detail", detail)
            .build());
  }

  List<JsonObject> rows() {
    return List.copyOf(rows);
  }

  /** How many are not as in HIL, and could be. */
  int open() {
    return open;
  }
}
