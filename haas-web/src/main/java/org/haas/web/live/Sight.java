package org.haas.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.haas.access.Access;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;
import org.haas.operation.Change;

/**
 * Decides what of a change a person may be told. His projects are read each time: who was taken out
 * of a project hears no more of it.
 */
@ApplicationScoped
public class Sight {
  @Inject private Access access;
  @Inject private CurrentCaller current;

  /**
   * What to send, a JSON array; empty when there is nothing for this caller.
   *
   * @param all whether changes were lost, so that the page should look at everything
   */
  @ActivateRequestContext
  public String tell(Caller caller, Set<Change> changes, boolean all) {
    current.is(caller, "");
    Set<Long> projects = caller.admin() ? Set.of() : access.projects();
    Set<JsonObject> told = new LinkedHashSet<>();
    for (Change change : changes) {
      seen(change, caller.admin(), projects).ifPresent(told::add);
    }
    if (all) {
      told.add(anonymous(Change.Kind.NODE));
      told.add(anonymous(Change.Kind.NETWORK));
    }
    if (told.isEmpty()) {
      return "";
    }
    JsonArrayBuilder array = Json.createArrayBuilder();
    told.forEach(array::add);
    return array.build().toString();
  }

  /**
   * The change with its names for administrators and the project's members. That some node changed
   * is for everybody, because a free one may have come or gone; likewise a network that is
   * nobody's. Anything else of another project is not told at all.
   */
  static Optional<JsonObject> seen(Change change, boolean admin, Set<Long> projects) {
    if (change.kind() == Change.Kind.QUEUE) {
      return Optional.empty();
    }
    boolean ours = change.project().isPresent() && projects.contains(change.project().getAsLong());
    if (admin || ours) {
      return Optional.of(
          Json.createObjectBuilder()
              .add("kind", change.kind().name())
              .add("name", change.name())
              .add("node", change.node().orElse(""))
              .build());
    }
    boolean open =
        change.kind() == Change.Kind.NODE
            || (change.kind() == Change.Kind.NETWORK && change.project().isEmpty());
    return open ? Optional.of(anonymous(change.kind())) : Optional.empty();
  }

  private static JsonObject anonymous(Change.Kind kind) {
    return Json.createObjectBuilder().add("kind", kind.name()).build();
  }
}
