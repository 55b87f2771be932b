package org.haas.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.haas.overview.NameView;
import org.haas.overview.Names;

/** Everything by its name. What is looked for is in the address. */
@Named("search")
@RequestScoped
public class SearchBean {
  @Inject private Names names;

  private String text;
  private List<NameView> found;

  /** What was found, by kind; nothing while nothing is looked for. */
  public List<NameView> getFound() {
    if (found == null) {
      Optional<String> wanted = Input.text(text);
      found = wanted.isEmpty() ? List.of() : names.find(wanted.get(), Names.MOST);
    }
    return found;
  }

  /** Whether anything is looked for. */
  public boolean isAsked() {
    return Input.text(text).isPresent();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
