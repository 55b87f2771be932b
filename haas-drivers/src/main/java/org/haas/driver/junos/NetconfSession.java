package org.haas.driver.junos;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haas.driver.wire.ByteLink;
import org.haas.driver.wire.XmlTree;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.SwitchEndpoint;

/** One NETCONF session (RFC 6241): one request at a time, each with a deadline of its own. */
final class NetconfSession implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(NetconfSession.class.getName());
  private static final String NAMESPACE = "urn:ietf:params:xml:ns:netconf:base:1.0";
  private static final String NEWER = "urn:ietf:params:netconf:base:1.1";
  private static final List<String> NEEDED = List.of("candidate", "confirmed-commit", "validate");
  private static final String HELLO =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><hello xmlns=\"%s\"><capabilities>"
              .formatted(NAMESPACE)
          + "<capability>urn:ietf:params:netconf:base:1.0</capability>"
          + "<capability>%s</capability></capabilities></hello>".formatted(NEWER);

  private final SwitchEndpoint endpoint;
  private final ByteLink link;
  private final NetconfFrames frames;
  private int messages;
  private boolean gone;

  /** An answer: what it holds, and why it was refused, if it was. */
  record Answer(XmlTree reply, Optional<String> refusal) {}

  /**
   * Says hello.
   *
   * @throws DriverException UNREACHABLE; REFUSED it cannot do what is needed
   */
  NetconfSession(SwitchEndpoint endpoint, ByteLink link) {
    this.endpoint = endpoint;
    this.link = link;
    this.frames = new NetconfFrames(link);
    List<String> capabilities = capabilities(exchange(HELLO));
    for (String needed : NEEDED) {
      if (capabilities.stream().noneMatch(one -> one.contains(":capability:" + needed + ":"))) {
        close();
        throw new DriverException(
            Kind.REFUSED,
            "%s has a NETCONF without %s, and that is needed.".formatted(described(), needed));
      }
    }
    if (capabilities.contains(NEWER)) {
      frames.chunk();
    }
  }

  private List<String> capabilities(XmlTree hello) {
    if (!hello.name().equals("hello")) {
      throw unreachable("does not say hello", null);
    }
    return hello.at("capabilities").stream()
        .flatMap(all -> all.all("capability").stream())
        .map(one -> one.text().strip())
        .toList();
  }

  /**
   * Asks for something that has to be done.
   *
   * @throws DriverException DEADLINE nothing was sent; REFUSED in the switch's words; UNREACHABLE
   */
  XmlTree done(String operation) {
    Answer answer = ask(operation);
    answer
        .refusal()
        .ifPresent(
            words -> {
              throw new DriverException(
                  Kind.REFUSED, "%s refused: %s.".formatted(described(), words));
            });
    return answer.reply();
  }

  /** Asks for something that may be refused. */
  Answer ask(String operation) {
    if (!endpoint.mayProceed().getAsBoolean()) {
      abort();
      throw new DriverException(
          Kind.DEADLINE,
          described() + " was left alone: the claim on it ran out before the next request.");
    }
    String id = Integer.toString(++messages);
    XmlTree reply =
        exchange(
            "<rpc message-id=\"%s\" xmlns=\"%s\">%s</rpc>".formatted(id, NAMESPACE, operation));
    if (!reply.name().equals("rpc-reply") || !reply.attribute("message-id").orElse("").equals(id)) {
      throw unreachable("answered something else than what it was asked", null);
    }
    return new Answer(reply, refusal(reply));
  }

  /** Warnings are none; Junos puts errors of a commit one level deeper. */
  private static Optional<String> refusal(XmlTree reply) {
    return Stream.concat(
            reply.all().stream(),
            reply.all().stream()
                .filter(part -> part.name().endsWith("-results"))
                .flatMap(part -> Stream.concat(part.all().stream(), deeper(part))))
        .filter(part -> part.name().equals("rpc-error"))
        .filter(error -> !text(error, "error-severity").equals("warning"))
        .map(error -> text(error, "error-path") + " " + text(error, "error-message"))
        .map(DriverException::words)
        .findFirst();
  }

  private static Stream<XmlTree> deeper(XmlTree results) {
    return results.all("routing-engine").stream().flatMap(engine -> engine.all().stream());
  }

  private static String text(XmlTree tree, String name) {
    return tree.at(name).map(found -> found.text().strip()).orElse("");
  }

  private XmlTree exchange(String message) {
    LOG.log(Level.DEBUG, () -> endpoint.name() + " > " + DriverException.words(message));
    try {
      long deadline = System.nanoTime() + endpoint.timeout().toNanos();
      frames.write(message, deadline);
      String answer = frames.read(deadline);
      LOG.log(Level.DEBUG, () -> endpoint.name() + " < " + DriverException.words(answer));
      return XmlTree.parse(answer.strip());
    } catch (IOException | IllegalArgumentException broken) {
      throw unreachable("broke its NETCONF session: " + broken.getMessage(), broken);
    }
  }

  DriverException unreachable(String what, Exception cause) {
    abort();
    return new DriverException(
        Kind.UNREACHABLE, "%s %s.".formatted(described(), DriverException.words(what)), cause);
  }

  private String described() {
    return endpoint.described();
  }

  /** What was sent and not delivered never arrives. */
  private void abort() {
    gone = true;
    link.close();
  }

  /** Says goodbye, as a switch has few sessions; not where nobody answered just now. */
  @Override
  public void close() {
    if (gone) {
      return;
    }
    try {
      exchange("<rpc message-id=\"end\" xmlns=\"%s\"><close-session/></rpc>".formatted(NAMESPACE));
    } catch (DriverException unheard) {
      // It ends with the connection then.
    }
    abort();
  }
}
