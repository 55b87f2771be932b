package org.haas.it.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.haas.it.Running;

/**
 * A network that loses answers: passes every request on to HaaS, and instead of one answer in five
 * closes the connection, once HaaS has begun to answer.
 */
final class LossyProxy implements AutoCloseable {
  private static final double LOST = 0.2;
  private static final int PIECE = 1 << 16;

  private final ServerSocket door;
  private final Random dice;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger losses = new AtomicInteger();

  private LossyProxy(ServerSocket door, long seed) {
    this.door = door;
    dice = new Random(seed);
  }

  /** Listens on 127.0.0.1. */
  static LossyProxy start(long seed) throws IOException {
    LossyProxy proxy =
        new LossyProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), seed);
    begin(proxy::listen);
    return proxy;
  }

  /** Where. */
  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** How many answers it has lost. */
  int losses() {
    return losses.get();
  }

  private static void begin(Runnable work) {
    Thread thread = new Thread(work, "lossy-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        open.add(client);
        begin(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    URI haas = Running.url();
    try (client;
        Socket server = new Socket(haas.getHost(), haas.getPort())) {
      open.add(server);
      begin(() -> requests(client, server));
      answers(server, client);
    } catch (IOException hungUp) {
      return; // so the other side hears it too
    } finally {
      open.remove(client);
    }
  }

  private void requests(Socket client, Socket server) {
    try (server) {
      InputStream from = client.getInputStream();
      OutputStream to = server.getOutputStream();
      byte[] piece = new byte[PIECE];
      for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
        to.write(piece, 0, read);
      }
    } catch (IOException hungUp) {
      return;
    } finally {
      open.remove(server);
    }
  }

  /** A client of HTTP/1.1 sends nothing while it waits: a piece that begins so is an answer's. */
  private void answers(Socket server, Socket client) throws IOException {
    InputStream from = server.getInputStream();
    OutputStream to = client.getOutputStream();
    byte[] piece = new byte[PIECE];
    for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
      if (begins(piece, read) && isLost()) {
        losses.incrementAndGet();
        return;
      }
      to.write(piece, 0, read);
    }
  }

  private static boolean begins(byte[] piece, int length) {
    return length > 5
        && piece[0] == 'H'
        && piece[1] == 'T'
        && piece[2] == 'T'
        && piece[3] == 'P'
        && piece[4] == '/';
  }

  private synchronized boolean isLost() {
    return dice.nextDouble() < LOST;
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
