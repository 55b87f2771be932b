package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.node.SiteDocument;
import org.haas.node.Sites;

/** The import of a site document: what it would change is shown before anything is. */
@Named("site")
@ViewScoped
public class SiteBean implements Serializable {
  private static final int MOST_SHOWN = 500;

  /** A larger text is not written into the page again. */
  private static final int LONGEST_SHOWN = 200_000;

  @Inject private Access access;
  @Inject private Sites sites;
  @Inject private SiteDraft drafts;

  private String draft;
  private String problem;
  private boolean applied;
  private String refusal;
  private List<String> changes;

  /** Reads what the document would change, if there is one. */
  public void load() {
    access.requireAdmin();
    if (Input.text(draft).isEmpty() || applied) {
      return;
    }
    Optional<byte[]> document = drafts.document(draft);
    problem = document.isEmpty() ? "gone" : null;
    document.ifPresent(json -> refusal = Attempt.of(() -> changes = tried(json)).orElse(null));
  }

  private List<String> tried(byte[] json) {
    return new ArrayList<>(sites.apply(SiteDocument.parse(json), true).changes());
  }

  /** Makes the changes that are shown, and no others. */
  public void apply() {
    Optional<byte[]> document = drafts.document(draft);
    if (document.isEmpty()) {
      problem = "gone";
      return;
    }
    refusal =
        Attempt.of(() -> sites.applyShown(SiteDocument.parse(document.get()), changes))
            .orElse(null);
    if (refusal == null) {
      applied = true;
      drafts.forget();
    } else {
      changes = null;
    }
  }

  /** Whether there is a difference to look at. */
  public boolean isShown() {
    return changes != null;
  }

  /** Whether it was applied. */
  public boolean isApplied() {
    return applied;
  }

  /** The first changes, one sentence each. */
  public List<String> getChanges() {
    return changes == null ? List.of() : changes.subList(0, Math.min(MOST_SHOWN, changes.size()));
  }

  /** How many changes there are. */
  public int getCount() {
    return changes == null ? 0 : changes.size();
  }

  /** How many of them are not shown. */
  public int getMore() {
    return Math.max(0, getCount() - MOST_SHOWN);
  }

  /** How many begin with that word: add, change, connect, set. */
  public long count(String word) {
    return changes == null
        ? 0
        : changes.stream().filter(change -> change.startsWith(word + " ")).count();
  }

  /** Why the document cannot be applied. */
  public String getRefusal() {
    return refusal;
  }

  /** What was written into the page. */
  public String getText() {
    return drafts
        .document(draft)
        .filter(json -> drafts.isWritten() && json.length <= LONGEST_SHOWN)
        .map(json -> new String(json, StandardCharsets.UTF_8))
        .orElse("");
  }

  public String getDraft() {
    return draft;
  }

  public void setDraft(String draft) {
    this.draft = draft;
  }

  /** What else is wrong: large, gone. */
  public String getProblem() {
    return problem;
  }

  public void setProblem(String problem) {
    this.problem = problem;
  }
}
