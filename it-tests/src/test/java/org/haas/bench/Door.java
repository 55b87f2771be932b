package org.haas.bench;

import java.util.Map;
import org.haas.it.Login;
import org.haas.it.Running;

/** One user's way in: requests with a token that is good for a while. */
record Door(Login login) {
  private static final int OK = 200;

  /** A demo user. */
  static Door of(String user) {
    return new Door(new Login(user, Running.password(user)));
  }

  byte[] get(String path) {
    return request("GET", path, "");
  }

  byte[] delete(String path) {
    return request("DELETE", path, "");
  }

  byte[] request(String method, String path, String body) {
    Map<String, String> headers = Map.of("Authorization", "Bearer " + login.token());
    return Wire.request(method, "/api/" + path, headers, body);
  }

  /** A client that asks the same again and again. */
  Load.Client repeating(String path) {
    return repeating(get(path));
  }

  /** The same without a login. */
  static Load.Client repeatingOpenly(String path) {
    return repeating(Wire.request("GET", path, Map.of(), ""));
  }

  private static Load.Client repeating(byte[] request) {
    Wire wire = new Wire(Running.url());
    return client(wire, () -> require(wire.send(request), OK));
  }

  /** A client that does that on its own connection. */
  static Load.Client client(Wire wire, Runnable work) {
    return new OnWire(wire, work);
  }

  private record OnWire(Wire wire, Runnable work) implements Load.Client {
    @Override
    public void once() {
      work.run();
    }

    @Override
    public void close() {
      wire.close();
    }
  }

  /** Stops the benchmark at an answer that nobody expected: its figures would be worth nothing. */
  static void require(int status, int expected) {
    if (status != expected) {
      throw new IllegalStateException(
          "A request was answered %d, not %d.".formatted(status, expected));
    }
  }
}
