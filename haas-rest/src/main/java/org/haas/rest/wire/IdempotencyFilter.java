package org.haas.rest.wire;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.Priority;
import jakarta.ejb.EJBException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.haas.document.Forms;
import org.haas.document.InvalidRequest;
import org.haas.once.Fingerprint;
import org.haas.once.IdempotencyKey;
import org.haas.once.IdempotencyKeys;
import org.haas.once.StoredAnswer;

/**
 * Does a request that carries a key once: the first answer is kept before it is sent, and given
 * again. Comes after all other filters, so that what they refuse takes no key.
 */
@Priority(Priorities.USER + 1000)
final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
  /** The header that carries a key. */
  static final String KEY = "Idempotency-Key";

  private static final String REPLAYED = "Idempotency-Replayed";
  private static final String HAS_TURN = IdempotencyFilter.class.getName();
  private static final System.Logger LOG = System.getLogger(IdempotencyFilter.class.getName());

  private final IdempotencyKeys keys;
  private final int maxBytes;

  /** For a path that takes bodies of so many bytes. */
  IdempotencyFilter(IdempotencyKeys keys, int maxBytes) {
    this.keys = keys;
    this.maxBytes = maxBytes;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    List<String> given = request.getHeaders().get(KEY);
    if (given != null) {
      IdempotencyKey key = key(given);
      Optional<StoredAnswer> before = keys.begin(key, fingerprint(request));
      if (before.isEmpty()) {
        request.setProperty(HAS_TURN, key);
      } else {
        request.abortWith(again(before.get()));
      }
    }
  }

  private static IdempotencyKey key(List<String> given) {
    if (given.size() > 1) {
      throw InvalidRequest.field(KEY, "this is given more than once.");
    }
    return Forms.convert(KEY, given.get(0), IdempotencyKey::new);
  }

  /** Reads the body, and puts it back. */
  private Fingerprint fingerprint(ContainerRequestContext request) throws IOException {
    byte[] body = request.getEntityStream().readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw InvalidRequest.tooLarge(maxBytes);
    }
    request.setEntityStream(new ByteArrayInputStream(body));
    URI uri = request.getUriInfo().getRequestUri();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return Fingerprint.of(request.getMethod(), uri.getRawPath() + query, body);
  }

  private static Response again(StoredAnswer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .header(REPLAYED, "true")
            .header(HttpHeaders.LOCATION, answer.location().orElse(null))
            .header(HttpHeaders.ETAG, answer.etag().orElse(null));
    return answer.body().isEmpty()
        ? response.build()
        : response
            .entity(answer.body())
            .type(answer.contentType().orElse(MediaType.APPLICATION_JSON))
            .build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(HAS_TURN) == null) {
      return;
    }
    request.removeProperty(HAS_TURN);
    StoredAnswer answer = written(response);
    try {
      keys.end(answer);
    } catch (EJBException failed) { // the answer goes out all the same; another try is told of it
      LOG.log(WARNING, "an " + answer + " under an idempotency key could not be kept", failed);
    }
  }

  /** The answer as it goes out; from now on it is the text that is kept. */
  private static StoredAnswer written(ContainerResponseContext response) {
    String body = "";
    if (response.hasEntity()) {
      body = text(response.getEntity());
      response.setEntity(body, response.getEntityAnnotations(), response.getMediaType());
    }
    return new StoredAnswer(
        response.getStatus(),
        Optional.ofNullable(response.getMediaType()).map(MediaType::toString),
        Optional.ofNullable(response.getHeaderString(HttpHeaders.LOCATION)),
        Optional.ofNullable(response.getHeaderString(HttpHeaders.ETAG)),
        body);
  }

  private static String text(Object entity) {
    return entity instanceof Record view ? Views.json(view) : entity.toString();
  }
}
