package org.haas.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a viewer is told, in this order. Only {@link Output} is the machine's; everything else is
 * said by HaaS, and travels apart from it wherever the connection can.
 */
public sealed interface ConsoleEvent {

  /** Bytes of the machine, as they came. */
  final class Output implements ConsoleEvent {
    private final byte[] bytes;

    Output(byte[] own) {
      this.bytes = own;
    }

    /** The bytes; not to be changed. */
    public byte[] bytes() {
      return bytes;
    }
  }

  /**
   * Bytes that this viewer will not see, because he was too slow.
   *
   * @param bytes how many, just before what comes next
   */
  record Lost(long bytes) implements ConsoleEvent {}

  /**
   * Where the stream begins that follows. For other instances, which count on from there; no viewer
   * is told.
   */
  record Beginning(Position at) implements ConsoleEvent {}

  /**
   * Something happened to the console.
   *
   * @param words a person's name, or what the controller said; may be empty
   */
  record Notice(Kind kind, Instant at, String words) implements ConsoleEvent {
    /** A sentence for people. */
    public String sentence() {
      return kind.sentence.formatted(words);
    }

    /** A line of its own for viewers whose connection carries bytes only. */
    public String line() {
      return "\r\n[HaaS %s] %s\r\n".formatted(at.truncatedTo(ChronoUnit.SECONDS), sentence());
    }
  }

  /**
   * How things stand.
   *
   * @param connected whether the machine's controller is connected
   * @param viewers how many there are
   * @param keyboard who has it; empty: nobody
   * @param mine whether this viewer has it
   */
  record Status(boolean connected, int viewers, String keyboard, boolean mine)
      implements ConsoleEvent {}

  /** What can happen. */
  enum Kind {
    CONNECTED("The console is connected."),
    RECONNECTED("The console is connected again; what came meanwhile is lost."),
    BROKEN("The connection to the console is lost; connecting again. %s"),
    UNREACHABLE("The console cannot be connected yet; trying again. %s"),
    KEYBOARD_TAKEN("%s has the keyboard now."),
    KEYBOARD_FREE("%s has put the keyboard down."),
    NOT_YOURS("What you typed was not sent: %s has the keyboard. Take it first."),
    NOT_SENT("What you typed was not sent. %s"),
    BREAK("%s sent a Break."),
    AWAY("The instance of HaaS that has this console is out of reach; looking for it again."),
    BACK("The console is here again. %s"),
    ENDED("The console ends here. %s");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }
}
