package org.haas.driver.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Cuts a stream of JSON objects, with nothing or blanks between them, into its objects. */
public final class JsonStream {
  private final int longest;
  private final Queue<String> whole = new ArrayDeque<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private int depth;
  private boolean quoted;
  private boolean escaped;

  /**
   * Begins with nothing.
   *
   * @param longest how many bytes an object may have
   */
  public JsonStream(int longest) {
    this.longest = longest;
  }

  /**
   * Takes bytes as they come, in any parts.
   *
   * @throws IOException an object is too long, or something else stands between objects
   */
  public void add(byte[] bytes, int length) throws IOException {
    for (int i = 0; i < length; i++) {
      add(bytes[i]);
    }
  }

  private void add(byte next) throws IOException {
    if (depth == 0 && next != '{') {
      if (next > ' ') {
        throw new IOException("it answered no JSON object");
      }
      return;
    }
    open.write(next);
    if (open.size() > longest) {
      throw new IOException("it answered without end");
    }
    if (quoted) {
      quoted = escaped || next != '"';
      escaped = !escaped && next == '\\';
    } else {
      structure(next);
    }
  }

  private void structure(byte next) {
    quoted = next == '"';
    depth += next == '{' ? 1 : next == '}' ? -1 : 0;
    if (depth == 0) {
      whole.add(open.toString(StandardCharsets.UTF_8));
      open.reset();
    }
  }

  /** The next object that is complete, as text. */
  public Optional<String> next() {
    return Optional.ofNullable(whole.poll());
  }
}
