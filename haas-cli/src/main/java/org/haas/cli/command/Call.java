package org.haas.cli.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.cli.json.JsonText;
import org.haas.cli.output.View;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Answer;
import org.haas.cli.wire.Http;

/**
 * One request, and what of its answer is shown. Each of its methods answers a changed copy.
 *
 * @param path below {@code /api/}; {@code {node}} is the argument of that name, escaped
 * @param query parameters, each an option of the same name
 * @param shows what people see of the answer
 * @param parts how a list is asked for
 */
public record Call(
    String method,
    String path,
    List<Field> fields,
    List<String> query,
    Shows shows,
    View view,
    Parts parts,
    boolean isLater)
    implements Action {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");
  private static final View NO_VIEW = View.of();
  private static final int LARGEST = 1000;
  private static final long USUAL = 50;

  /** What people see of an answer. */
  enum Shows {
    NOTHING,
    ONE,
    MANY
  }

  /** How a list is asked for. */
  enum Parts {
    /** It has no parts. */
    WHOLE,
    /** All its parts. */
    ALL,
    /** As many of the newest as the option --limit says. */
    NEWEST
  }

  private static Call of(String method, String path) {
    return new Call(method, path, List.of(), List.of(), Shows.NOTHING, NO_VIEW, Parts.WHOLE, false);
  }

  /** Asks. */
  public static Call get(String path) {
    return of("GET", path);
  }

  /** Makes, or has something done. */
  public static Call post(String path) {
    return of("POST", path);
  }

  /** Puts. */
  public static Call put(String path) {
    return of("PUT", path);
  }

  /** Takes away. */
  public static Call delete(String path) {
    return of("DELETE", path);
  }

  /** Shows the answer. */
  public Call one(View columns) {
    return new Call(method, path, fields, query, Shows.ONE, columns, parts, isLater);
  }

  /** Shows the list in the answer, all its parts. */
  public Call many(View columns) {
    return new Call(method, path, fields, query, Shows.MANY, columns, parts, isLater);
  }

  /** Shows the list in the answer, which comes in parts, whole. */
  public Call all(View columns) {
    return new Call(method, path, fields, query, Shows.MANY, columns, Parts.ALL, isLater);
  }

  /** Shows the newest of the list in the answer: as many as the option --limit says. */
  public Call newest(View columns) {
    return new Call(method, path, fields, query, Shows.MANY, columns, Parts.NEWEST, isLater);
  }

  /** The answer may be an operation. */
  public Call later() {
    return new Call(method, path, fields, query, shows, view, parts, true);
  }

  /** Sends options as parameters of the same names, if they are given. */
  public Call query(String... names) {
    return new Call(method, path, fields, List.of(names), shows, view, parts, isLater);
  }

  /** Sends arguments or options in fields of the same names. */
  public Call fields(String... names) {
    return Stream.of(names).reduce(this, (call, name) -> call.field(name, name), (one, two) -> two);
  }

  /** Sends a text in a field of another name. */
  public Call field(String name, String from) {
    return with(Field.text(name, from));
  }

  /** Sends a whole number. */
  public Call number(String name, String from) {
    return with(Field.number(name, from));
  }

  /** Sends true if the flag is there. */
  public Call flag(String name) {
    return with(Field.flag(name, name));
  }

  /** Sends any JSON. */
  public Call json(String name) {
    return with(Field.json(name, name));
  }

  /** Sends a secret; a dash has it asked for. */
  public Call secret(String name, String from) {
    return with(Field.secret(name, from));
  }

  /** Always sends this text. */
  public Call constant(String name, String text) {
    return with(Field.constant(name, JsonText.value(text)));
  }

  /** Always sends this JSON. */
  public Call constantJson(String name, String json) {
    return with(Field.constant(name, JsonText.read(json).orElseThrow()));
  }

  private Call with(Field field) {
    List<Field> more = Stream.concat(fields.stream(), Stream.of(field)).toList();
    return new Call(method, path, more, query, shows, view, parts, isLater);
  }

  @Override
  public void run(Session session) {
    if (shows == Shows.MANY) {
      session.output().list(rows(session), view);
      return;
    }
    Answer answer = session.api().send(method, address(session.given()), body(session));
    JsonObject object = answer.object();
    if (answer.isAccepted()) {
      session.operations().follow(object);
    } else if (shows == Shows.ONE) {
      session.output().single(object, view);
    } else if (!object.isEmpty()) {
      session.output().changed(object, view);
    }
  }

  private List<JsonObject> rows(Session session) {
    String address = address(session.given());
    String more = address.contains("?") ? "&limit=" : "?limit=";
    return switch (parts) {
      case WHOLE -> session.api().all(address);
      case ALL -> session.api().all(address + more + LARGEST);
      case NEWEST -> {
        long most = session.given().number("limit").orElse(USUAL);
        if (most < 1 || most > LARGEST) {
          throw Failure.usage("--limit is a number from 1 to %d.".formatted(LARGEST));
        }
        yield session.api().part(address + more + most);
      }
    };
  }

  private Optional<JsonObject> body(Session session) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    JsonObjectBuilder body = JsonText.object();
    fields.forEach(field -> field.add(session, body));
    return Optional.of(body.build());
  }

  private String address(Given given) {
    String filled =
        PLACE.matcher(path).replaceAll(place -> Http.escaped(given.text(place.group(1))));
    String asked =
        query.stream()
            .flatMap(name -> given.all(name).stream().map(text -> name + "=" + Http.escaped(text)))
            .collect(Collectors.joining("&"));
    return asked.isEmpty() ? filled : filled + "?" + asked;
  }
}
