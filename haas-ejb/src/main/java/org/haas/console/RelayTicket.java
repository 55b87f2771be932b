package org.haas.console;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.UUID;
import org.haas.access.Caller;
import org.haas.spi.Label;

/**
 * That an instance lets somebody watch and use a console which another instance has, written by the
 * one where he is.
 *
 * @param replay whether he wants what was said before
 * @param after what he has seen already
 * @param millis when it was written, by the database's clock
 */
record RelayTicket(
    Place place, Caller caller, boolean replay, Optional<Position> after, long millis) {

  String write() {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("kind", place.kind().name())
            .add("node", place.id())
            .add("label", place.label().value())
            .add("tenure", place.tenure().toString())
            .add("issuer", caller.issuer())
            .add("subject", caller.subject())
            .add("username", caller.username())
            .add("admin", caller.admin())
            .add("replay", replay)
            .add("millis", millis);
    after.ifPresent(seen -> json.add("hub", seen.hub().toString()).add("position", seen.bytes()));
    return json.build().toString();
  }

  /** What {@link #write} wrote. */
  static RelayTicket read(String text) {
    JsonObject json = ConsoleJson.object(text);
    Place place =
        new Place(
            Place.Kind.valueOf(json.getString("kind", Place.Kind.NODE.name())),
            json.getJsonNumber("node").longValue(),
            new Label(json.getString("label")),
            UUID.fromString(json.getString("tenure")));
    Caller caller =
        new Caller(
            json.getString("issuer"),
            json.getString("subject"),
            json.getString("username"),
            json.getBoolean("admin"));
    Optional<Position> after =
        json.containsKey("hub")
            ? Optional.of(
                new Position(
                    UUID.fromString(json.getString("hub")),
                    json.getJsonNumber("position").longValue()))
            : Optional.empty();
    return new RelayTicket(
        place, caller, json.getBoolean("replay"), after, json.getJsonNumber("millis").longValue());
  }
}
