package org.haas.driver.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads HTTP/1.1 answers off a connection. Nothing that is read is believed to be short. */
final class HttpReader {
  private static final int MOST_BODY = 4 << 20;
  private static final int MOST_LINE = 16 << 10;
  private static final int MOST_HEADERS = 200;

  private enum Form {
    LENGTH,
    CHUNKED,
    TO_THE_END
  }

  private final InputStream in;
  private Form form = Form.LENGTH;
  private long chunkLeft;
  private boolean ended;

  HttpReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The status line and the headers; interim answers are passed over. */
  HttpAnswer head() throws IOException {
    int status = status(line());
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() == MOST_HEADERS) {
        throw new IOException("it answered no HTTP");
      }
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    return status >= 100 && status < 200 ? head() : new HttpAnswer(status, headers, "");
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw new IOException("it answered no HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  HttpAnswer whole() throws IOException {
    HttpAnswer head = head();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    begin(head);
    for (int read = body(part); read >= 0; read = body(part)) {
      body.write(part, 0, read);
      if (body.size() > MOST_BODY) {
        throw new IOException("it answered without end");
      }
    }
    return new HttpAnswer(head.status(), head.headers(), body.toString(StandardCharsets.UTF_8));
  }

  /** What follows is this answer's body. */
  void begin(HttpAnswer head) throws IOException {
    form = Form.LENGTH;
    ended = false;
    chunkLeft = 0;
    if (head.status() == 204 || head.status() == 304) {
      ended = true;
    } else if (head.header("transfer-encoding").orElse("").equalsIgnoreCase("chunked")) {
      form = Form.CHUNKED;
    } else if (head.header("content-length").isPresent()) {
      chunkLeft = length(head.header("content-length").get(), 10);
      ended = chunkLeft == 0;
    } else {
      form = Form.TO_THE_END;
    }
  }

  /** Waits for the next byte without taking it; nothing is lost at a time-out. */
  void await() throws IOException {
    in.mark(1);
    if (in.read() >= 0) {
      in.reset();
    }
  }

  /** Whether only the end of the connection shows the end of the body. */
  boolean endsConnection() {
    return form == Form.TO_THE_END;
  }

  /** The next bytes of the body; -1 at its end. */
  int body(byte[] into) throws IOException {
    if (ended) {
      return -1;
    }
    if (form == Form.TO_THE_END) {
      return in.read(into);
    }
    if (form == Form.CHUNKED && chunkLeft == 0) {
      chunkLeft = length(line().split(";")[0].strip(), 16);
      if (chunkLeft == 0) {
        skipTrailer();
        return -1;
      }
    }
    int read = in.read(into, 0, (int) Math.min(into.length, chunkLeft));
    if (read < 0) {
      throw new EOFException("the answer ended too early");
    }
    chunkLeft -= read;
    if (chunkLeft == 0 && form == Form.CHUNKED) {
      line();
    }
    ended = chunkLeft == 0 && form == Form.LENGTH;
    return read;
  }

  private void skipTrailer() throws IOException {
    while (!line().isEmpty()) {
      // Trailers mean nothing here.
    }
    ended = true;
  }

  private static long length(String text, int radix) throws IOException {
    try {
      long length = Long.parseLong(text, radix);
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException none) {
      throw new IOException("it answered no HTTP", none);
    }
    throw new IOException("it answered no HTTP");
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the connection was closed");
      }
      if (line.size() == MOST_LINE) {
        throw new IOException("it answered a line without end");
      }
      line.write(read);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
