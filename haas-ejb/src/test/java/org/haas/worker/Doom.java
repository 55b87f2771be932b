package org.haas.worker;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * When this process dies: before one of the things that it does to the world, counted from 0. It
 * ends at once: nothing is closed, no finally block runs, nothing of its memory is left. To die
 * after one of them is to die before the next; to die before a look at the world changes nothing.
 */
public final class Doom {
  /** With what it exits, as one that was killed. */
  public static final int KILLED = 137;

  private static final Set<String> LOOKS =
      Set.of("images", "state", "read", "found", "capacity", "power", "close");

  private int left;

  private Doom(int before) {
    left = before;
  }

  /** It dies before that thing. */
  public static Doom before(int thing) {
    return new Doom(thing);
  }

  /** It lives. */
  public static Doom never() {
    return new Doom(-1);
  }

  /** Something is about to be done to the world. */
  public void comes() {
    if (left-- == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /** The same session, in which each command is such a thing. */
  public <T> T over(Class<T> type, T session) {
    InvocationHandler doomed =
        (proxy, method, arguments) -> {
          if (!LOOKS.contains(method.getName())) {
            comes();
          }
          try {
            return method.invoke(session, arguments);
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, doomed));
  }
}
