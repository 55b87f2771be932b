package org.haas.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.haas.error.ErrorView;
import org.haas.error.Errors;
import org.haas.error.Retry;

/**
 * Does what a person asked for, by one call of a boundary: it may be done again ({@link Retry}). A
 * refusal becomes a sentence beside what was refused.
 */
final class Attempt {
  private Attempt() {}

  /** Why it was refused; empty when it was done. */
  static Optional<String> of(Runnable asked) {
    try {
      Retry.run(asked);
      return Optional.empty();
    } catch (RuntimeException refused) {
      FacesContext.getCurrentInstance().validationFailed();
      return Optional.of(sentence(Errors.view(refused)));
    }
  }

  /**
   * The same for a form: what is wrong with one of its fields is a message of the place {@code
   * <place>-<field>}, if the form has such a field.
   *
   * @param fields of the form, as the boundary calls them
   */
  static boolean of(String place, Set<String> fields, Runnable asked) {
    try {
      Retry.run(asked);
      return true;
    } catch (RuntimeException refused) {
      ErrorView refusal = Errors.view(refused);
      String beside =
          refusal
              .field()
              .map(field -> field.replaceFirst("[\\[.].*", ""))
              .filter(fields::contains)
              .map(field -> place + "-" + field)
              .orElse(place);
      FacesContext context = FacesContext.getCurrentInstance();
      context.validationFailed();
      context.addMessage(
          beside, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence(refusal), null));
      return false;
    }
  }

  /** Beside a form nobody needs the field's name as the API writes it. */
  private static String sentence(ErrorView refusal) {
    String prefix = refusal.field().map(field -> field + ": ").orElse("");
    String text = refusal.message();
    return prefix.isEmpty() || !text.startsWith(prefix)
        ? text
        : text.substring(prefix.length(), prefix.length() + 1).toUpperCase(Locale.ROOT)
            + text.substring(prefix.length() + 1);
  }

  /**
   * Whether it was done; if not, the reason is a message of the place named.
   *
   * @param place the id under which the page shows such messages
   */
  static boolean of(String place, Runnable asked) {
    Optional<String> refusal = of(asked);
    refusal.ifPresent(
        reason ->
            FacesContext.getCurrentInstance()
                .addMessage(place, new FacesMessage(FacesMessage.SEVERITY_ERROR, reason, null)));
    return refusal.isEmpty();
  }
}
