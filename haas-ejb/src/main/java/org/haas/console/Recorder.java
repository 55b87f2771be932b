package org.haas.console;

import static java.lang.System.Logger.Level.ERROR;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Output;

/**
 * A viewer that writes down what it sees, each line with its time. A line of the machine begins
 * with {@code |}, one of HaaS with {@code *}: whatever the machine says, it cannot write the
 * latter.
 */
final class Recorder implements ConsoleViewer {
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Recording recording;
  private final Clock clock;
  private boolean atStart = true;
  private boolean returned;

  Recorder(Recording recording, Clock clock) {
    this.recording = recording;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> send(ConsoleEvent event) {
    try {
      recording.append(text(event));
      return CompletableFuture.completedFuture(null);
    } catch (IOException failed) {
      LOG.log(ERROR, "a console is not recorded any more", failed);
      return CompletableFuture.failedFuture(failed);
    }
  }

  private byte[] text(ConsoleEvent event) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    if (event instanceof Output output) {
      for (byte each : output.bytes()) {
        add(each, text);
      }
    } else if (event instanceof Notice notice) {
      say(notice.sentence(), text);
    } else if (event instanceof Lost lost) {
      say(lost.bytes() + " bytes are missing here: the disk was too slow.", text);
    }
    return text.toByteArray();
  }

  /** A return alone begins a line too: else what follows would be written over the time. */
  private void add(byte each, ByteArrayOutputStream text) {
    if (each == '\n' || returned) {
      text.write('\n');
      atStart = true;
    }
    returned = each == '\r';
    if (each == '\n' || each == '\r') {
      return;
    }
    begin('|', text);
    text.write(each);
  }

  private void begin(char who, ByteArrayOutputStream text) {
    if (atStart) {
      text.writeBytes((TIME.format(clock.instant()) + " " + who + " ").getBytes(UTF_8));
      atStart = false;
    }
  }

  private void say(String sentence, ByteArrayOutputStream text) {
    if (!atStart) {
      text.write('\n');
    }
    atStart = true;
    returned = false;
    begin('*', text);
    text.writeBytes((sentence + "\n").getBytes(UTF_8));
    atStart = true;
  }

  @Override
  public void end() {
    try {
      recording.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
