package org.haas.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.access.CurrentCaller;
import org.haas.console.ConsoleHubs;
import org.haas.console.ConsoleTicket;
import org.haas.console.Visit;
import org.haas.document.InvalidRequest;

/** Lets callers of the API, both versions, in to consoles, for as long as their login holds. */
@ApplicationScoped
public class ConsoleDoor {
  static final String TEXT = "text/plain;charset=UTF-8";

  private static final int LONGEST_SECONDS = 86_400;

  @Inject private ConsoleHubs hubs;
  @Inject private Access access;
  @Inject private CurrentCaller current;
  @Inject private Clock clock;

  /**
   * How a reader wants it.
   *
   * @param mediaType of the answer
   * @param replay whether he wants what was said before
   * @param notices whether he wants to read what happens
   * @param longest for how long
   */
  public record Wish(String mediaType, boolean replay, boolean notices, Duration longest) {

    /**
     * Reads it from a request.
     *
     * @param seconds null: a day
     * @throws InvalidRequest one of them has no meaning
     */
    static Wish of(Integer seconds, String replay, String notices, HttpHeaders headers) {
      if (seconds != null && (seconds < 1 || seconds > LONGEST_SECONDS)) {
        throw InvalidRequest.field("seconds", "this is a number from 1 to 86400.");
      }
      return new Wish(
          mediaType(headers),
          flag("replay", replay),
          flag("notices", notices),
          Duration.ofSeconds(seconds == null ? LONGEST_SECONDS : seconds));
    }

    private static boolean flag(String name, String value) {
      if (!value.equals("true") && !value.equals("false")) {
        throw InvalidRequest.field(name, "this is true or false.");
      }
      return value.equals("true");
    }

    private static String mediaType(HttpHeaders headers) {
      MediaType first = headers.getAcceptableMediaTypes().get(0);
      return first.getType().equals("text") ? TEXT : MediaType.APPLICATION_OCTET_STREAM;
    }
  }

  /** How long the caller may watch. */
  public Visit visit(boolean replay, Duration longest) {
    Instant end = clock.instant().plus(longest);
    Instant until = current.until().filter(login -> login.isBefore(end)).orElse(end);
    return new Visit(access.caller(), replay, Optional.of(until));
  }

  /** Writes the console into the answer, from now on. */
  public void stream(
      ConsoleTicket ticket, AsyncResponse answer, HttpServletRequest request, Wish wish) {
    ConsoleStream stream = ConsoleStream.over(answer, request, wish.mediaType(), wish.notices());
    hubs.watch(ticket, visit(wish.replay(), wish.longest()), stream);
    stream.begin();
  }
}
