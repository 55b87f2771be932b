package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.haas.health.Health;
import org.haas.health.SwitchHealth;

/** The inventory's switches. */
@Named("switches")
@ViewScoped
public class SwitchesBean implements Serializable {
  @Inject private Health health;

  private String text;
  private transient List<SwitchHealth> found;

  /** Reads all of them. */
  public void load() {
    String part = Input.text(text).orElse("");
    found =
        health.switches().stream()
            .filter(known -> known.name().value().regionMatches(true, 0, part, 0, part.length()))
            .toList();
  }

  /** Those whose names begin with the text. */
  public List<SwitchHealth> getFound() {
    if (found == null) {
      load();
    }
    return found;
  }

  /** Whether a filter hides anything. */
  public boolean isFiltered() {
    return Input.text(text).isPresent();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
