package org.haas.driver.emulator;

import java.util.stream.Collectors;
import org.haas.driver.wire.XmlTree;

/** What an emulated switch answers to NETCONF's requests. Used by one thread. */
final class NetconfDialogue {
  private static final String NAMESPACE = "urn:ietf:params:xml:ns:netconf:base:1.0";
  private static final String NEWER = "urn:ietf:params:netconf:base:1.1";

  private final JunosEmulator device;
  private final String name;
  private boolean chunked;
  private boolean ended;
  private boolean closed;

  NetconfDialogue(JunosEmulator device, int number) {
    this.device = device;
    this.name = "haas netconf " + number;
  }

  String hello() {
    return """
        <!-- user haas, class j-super-user -->
        <hello xmlns="%s"><capabilities>
        <capability>urn:ietf:params:netconf:base:1.0</capability>%s
        <capability>urn:ietf:params:netconf:capability:candidate:1.0</capability>
        <capability>urn:ietf:params:netconf:capability:confirmed-commit:1.0</capability>
        <capability>urn:ietf:params:netconf:capability:validate:1.0</capability>
        <capability>http://xml.juniper.net/netconf/junos/1.0</capability>
        </capabilities><session-id>4711</session-id></hello>
        """
        .formatted(
            NAMESPACE, device.hasChunks() ? "<capability>%s</capability>".formatted(NEWER) : "");
  }

  /** Whether both can have chunks, once the client has said hello. */
  boolean isChunked() {
    return chunked;
  }

  boolean hasEnded() {
    return ended;
  }

  void greeted(String hello) {
    chunked = device.hasChunks() && hello.contains(NEWER);
  }

  /** The answer to a request; one that is no XML ends the session, as Junos does. */
  String answer(String message) {
    device.heard();
    XmlTree rpc = XmlTree.parse(message.strip());
    String id = rpc.attribute("message-id").orElse("");
    return "<rpc-reply xmlns=\"%s\" message-id=\"%s\">\n%s</rpc-reply>\n"
        .formatted(NAMESPACE, id, rpc.isOf(NAMESPACE) && !id.isEmpty() ? content(rpc) : wrong());
  }

  private static String wrong() {
    return error("missing message-id or namespace");
  }

  private String content(XmlTree rpc) {
    if (rpc.all().size() != 1) {
      return error("one operation at a time");
    }
    synchronized (device) {
      if (closed) {
        throw new ConnectionCut("");
      }
      try {
        return done(rpc.all().get(0));
      } catch (Refusal refusal) {
        return error(refusal.getMessage());
      }
    }
  }

  private static String error(String words) {
    return "<rpc-error><error-type>protocol</error-type><error-severity>error</error-severity>\n"
        + "<error-message>\n%s\n</error-message></rpc-error>".formatted(words);
  }

  private String done(XmlTree operation) {
    switch (operation.name()) {
      case "lock" -> device.lock(target(operation));
      case "unlock" -> device.unlock(target(operation));
      case "discard-changes" -> device.discard(name);
      case "validate" -> {
        require(operation.at("source", "candidate").isPresent());
        device.check();
      }
      case "commit" -> device.commit(name, operation.at("confirmed").isPresent());
      case "edit-config" -> {
        target(operation);
        device.edit(name, operation.at("config", "configuration").orElseThrow(this::unknown));
      }
      case "close-session" -> ended = true;
      default -> {
        return data(operation);
      }
    }
    return "<ok/>\n";
  }

  private String data(XmlTree operation) {
    return switch (operation.name()) {
      case "get-config" -> {
        require(operation.at("source", "candidate").isPresent());
        yield "<data><configuration>%s</configuration></data>"
            .formatted(
                device.show(
                    operation.at("filter", "configuration").orElseThrow(this::unknown), false));
      }
      case "get-configuration" -> {
        require(operation.attribute("database").orElse("").equals("committed"));
        require(operation.attribute("inherit").isPresent());
        yield "<configuration>%s</configuration>"
            .formatted(device.show(operation.at("configuration").orElseThrow(this::unknown), true));
      }
      case "get-interface-information" -> interfaces();
      default -> throw unknown();
    };
  }

  private String interfaces() {
    return device.ports().stream()
        .map("<physical-interface>\n<name>\n%s\n</name>\n</physical-interface>"::formatted)
        .collect(
            Collectors.joining("\n", "<interface-information>\n", "\n</interface-information>\n"));
  }

  private String target(XmlTree operation) {
    require(operation.at("target", "candidate").isPresent());
    return name;
  }

  private void require(boolean right) {
    if (!right) {
      throw unknown();
    }
  }

  private Refusal unknown() {
    return new Refusal("syntax error");
  }

  /** What it was sent before and has not begun yet, it does not begin any more. */
  void close() {
    synchronized (device) {
      closed = true;
      device.end(name);
    }
  }
}
