package org.haas.rest.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Function;
import org.haas.document.Fields;

/** The JSON object that a request carries; without a body it is empty. */
public final class Body {
  /** The most that a body has, in bytes, where {@link Limit} does not say otherwise: 1 MiB. */
  static final int MAX_BYTES = 1 << 20;

  /** No body. */
  static final Body NONE = new Body(JsonValue.EMPTY_JSON_OBJECT);

  private final JsonObject json;

  Body(JsonObject json) {
    this.json = json;
  }

  /**
   * Reads the fields. The reader only reads: what the request asks for is done after it returned,
   * when it is known that nothing else was in the body.
   *
   * @throws org.haas.document.InvalidRequest a field is missing or wrong, or one is there that the
   *     reader does not ask for
   */
  public <T> T read(Function<Fields, T> reader) {
    return Fields.read(json, "", reader);
  }

  /** The object in a stream, for an API that judges its arguments itself. */
  public static JsonObject object(InputStream stream) throws IOException {
    return BodyReader.read(stream, MAX_BYTES).json;
  }

  /** On a parameter of type {@link Body}: how large it may be. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface Limit {
    /** In bytes. */
    int value();
  }
}
