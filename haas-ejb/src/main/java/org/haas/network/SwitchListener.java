package org.haas.network;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.haas.spi.DriverException;
import org.haas.spi.SwitchWatch;

/**
 * Has a switch looked at as soon as it tells that something was changed there, by whomever: at
 * once, and when more comes, once a second.
 */
final class SwitchListener {
  private static final System.Logger LOG = System.getLogger(SwitchListener.class.getName());
  private static final Duration AWAIT = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final int version;
  private final Runnable look;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile SwitchWatch watch;

  /**
   * Listens to nothing yet.
   *
   * @param version of the switch's address, login and host key
   * @param look looks at it now; throws nothing
   */
  SwitchListener(int version, Runnable look) {
    this.version = version;
    this.look = look;
  }

  int version() {
    return version;
  }

  /** Listens until it is ended or the switch cannot be heard, and throws nothing of the driver. */
  void listen(Supplier<SwitchWatch> login) {
    try (SwitchWatch opened = login.get()) {
      watch = opened;
      hear(opened);
    } catch (DriverException unheard) { // a look tells what is wrong with it
      boolean was = watch != null && ended.getCount() > 0;
      LOG.log(was ? INFO : DEBUG, "no longer listened to: {0}", unheard.getMessage());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was changed before it listened is looked at first. */
  private void hear(SwitchWatch opened) throws InterruptedException {
    boolean news = true;
    boolean over = ended.getCount() == 0;
    while (!over) {
      if (news) {
        look.run();
        over = ended.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
      }
      news = !over && opened.await(AWAIT);
      over = ended.getCount() == 0;
    }
  }

  /** Ends it, from any thread. */
  void end() {
    ended.countDown();
    SwitchWatch open = watch;
    if (open != null) {
      open.close();
    }
  }
}
