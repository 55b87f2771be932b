package org.haas.driver.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Lets clients of an emulated OVSDB server in, by TLS and with a certificate. */
final class OvsdbDoor implements AutoCloseable {
  /** What is answered. */
  interface Answers {
    /** The answer to a request; empty: none. */
    Optional<Map<String, Object>> to(OvsdbPeer peer, Map<?, ?> request) throws IOException;
  }

  private final SSLServerSocket listener;
  private final Answers answers;
  private final Set<OvsdbPeer> peers = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  OvsdbDoor(SSLContext context, Answers answers) {
    this.answers = answers;
    try {
      listener =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    listener.setNeedClientAuth(true);
    listener.setEnabledProtocols(new String[] {"TLSv1.2"}); // as Open vSwitch before 3.4
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        SSLSocket socket = (SSLSocket) listener.accept();
        socket.setTcpNoDelay(true);
        threads.execute(() -> serve(new OvsdbPeer(socket, answers)));
      }
    } catch (IOException | RejectedExecutionException closed) {
      // The test is over.
    }
  }

  private void serve(OvsdbPeer peer) {
    peers.add(peer);
    try {
      peer.serve();
    } catch (IOException gone) {
      // Whoever it was has left, or was not let in.
    } finally {
      peers.remove(peer);
    }
  }

  /** Tells all who want to hear of a change. */
  void tell() {
    peers.forEach(OvsdbPeer::tell);
  }

  long listeners() {
    return peers.stream().filter(OvsdbPeer::isWatching).count();
  }

  /** Ends all connections. */
  void drop() {
    peers.forEach(OvsdbPeer::end);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      listener.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    drop();
  }
}
