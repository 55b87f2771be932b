package org.haas.driver.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between HaaS and a switch, and breaks the connection after so many bytes of answers. */
public final class CutProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final String host;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile long allowed = Long.MAX_VALUE;
  private final AtomicLong passed = new AtomicLong();

  /** Before that switch, at a port of its own. */
  public CutProxy(String host, int target) {
    this.host = host;
    this.target = target;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    threads.execute(this::accept);
  }

  /** Where to connect instead. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Of the next connection so many bytes of answers come through. */
  public void cutAfter(long bytes) {
    allowed = bytes;
  }

  /** How many bytes of answers came through in the last connection. */
  public long passed() {
    return passed.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listener.accept();
        Socket far = new Socket(host, target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        passed.set(0);
        threads.execute(() -> pump(near, far, false));
        threads.execute(() -> pump(far, near, true));
      }
    } catch (IOException | RejectedExecutionException closed) {
      // The test is over.
    }
  }

  private void pump(Socket from, Socket to, boolean answers) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        int through = answers ? (int) Math.min(count, allowed - passed.get()) : count;
        out.write(bytes, 0, through);
        passed.addAndGet(answers ? through : 0);
        if (through < count) {
          return;
        }
      }
    } catch (IOException broken) {
      // As with a real one: both ends notice.
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      listener.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
