package org.haas.it.lab;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A running {@code probe serve}: one JSON line asks, one answers. It hears from its greeting on.
 */
final class Probe implements AutoCloseable {
  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;
  private final JsonObject greeting;

  Probe(LabScript script) {
    try {
      process =
          script.command("probe", "serve").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    requests = process.outputWriter(StandardCharsets.US_ASCII);
    answers = process.inputReader(StandardCharsets.US_ASCII);
    greeting = answer();
  }

  /** Its first line, which lists the NICs. */
  JsonObject greeting() {
    return greeting;
  }

  /**
   * Asks and waits for the answer.
   *
   * @throws IllegalStateException the probe refused; the message is its sentence
   */
  synchronized JsonObject ask(JsonObject request) {
    try {
      requests.write(request + "\n");
      requests.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The probe has ended", e);
    }
    return answer();
  }

  private JsonObject answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("The probe has ended; its last words are on this console.");
      }
      try (JsonReader reader = Json.createReader(new StringReader(line))) {
        JsonObject answer = reader.readObject();
        if (answer.containsKey("error")) {
          throw new IllegalStateException(answer.getString("error"));
        }
        return answer;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
