package org.haas.rest.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.seen.AsSeen;

/** What a request says of the thing that it changes, for the boundary that changes it. */
@ApplicationScoped
public class Preconditions {
  /** A change that names the tags of what it is to be made to. */
  public static final String IF_MATCH = "If-Match";

  /** A read that names the tags of what the client has. */
  static final String IF_NONE_MATCH = "If-None-Match";

  @Inject private AsSeen seen;

  /**
   * From now on this request changes the thing only if it is answered with one of these tags. The
   * boundary asks when nobody else can change it any more.
   *
   * @param tags null: the client says nothing
   * @param answer what {@code GET} answers of the thing
   */
  public void expect(TagList tags, Supplier<? extends Record> answer) {
    if (tags != null) {
      seen.expect(() -> tags.fits(current(answer)));
    }
  }

  /** Empty: there is no such thing. */
  private static Optional<String> current(Supplier<? extends Record> answer) {
    try {
      return Optional.of(Tag.of(Views.json(answer.get())));
    } catch (HaasException refused) {
      if (refused.code() == ErrorCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
