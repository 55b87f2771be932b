package org.haas.rest.wire;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.haas.document.InvalidRequest;
import org.haas.document.StrictJson;

/**
 * Reads a {@link Body}, whatever the Content-Type says: the resource's {@code @Consumes} judges.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class BodyReader implements MessageBodyReader<Body> {
  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] on, MediaType media) {
    return type == Body.class;
  }

  @Override
  public Body readFrom(
      Class<Body> type,
      Type generic,
      Annotation[] on,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    return read(stream, limit(on));
  }

  static Body read(InputStream stream, int maxBytes) throws IOException {
    byte[] bytes = stream.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw InvalidRequest.tooLarge(maxBytes);
    }
    return bytes.length == 0 ? Body.NONE : new Body(StrictJson.object(bytes));
  }

  static int limit(Annotation[] on) {
    return Arrays.stream(on)
        .filter(Body.Limit.class::isInstance)
        .map(annotation -> ((Body.Limit) annotation).value())
        .findFirst()
        .orElse(Body.MAX_BYTES);
  }
}
