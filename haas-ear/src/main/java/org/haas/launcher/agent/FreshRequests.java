package org.haas.launcher.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * Makes the application server use each request object once (ADR 42). As it comes, Grizzly keeps up
 * to sixteen of them for every thread and gives them to the next clients. Who still holds one that
 * was given back, like the end of a stream whose reader has gone, then acts on the answer of
 * somebody else.
 *
 * <p>An agent of the JVM ({@code -javaagent}), because it has to come before the first request: the
 * size that Grizzly's cache is first asked for is the one that it has.
 */
public final class FreshRequests implements ClassFileTransformer {
  /** The system property that says whether it is so: {@code true}, or why not. */
  public static final String PROPERTY = "haas.fresh.requests";

  private static final String REQUEST = "org.glassfish.grizzly.http.server.Request";
  private static final String CACHE = "org.glassfish.grizzly.ThreadCache";

  /** Called by the JVM before the server's own main. */
  public static void premain(String arguments, Instrumentation jvm) {
    jvm.addTransformer(new FreshRequests());
  }

  /**
   * Changes no class: it is told when that of the requests is loaded, which is with the first
   * listener, before any application, and before that class asks for its cache.
   */
  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> before, ProtectionDomain domain, byte[] bytes) {
    if (REQUEST.replace('.', '/').equals(name)) {
      System.setProperty(PROPERTY, keepNone(loader));
    }
    return null;
  }

  private static String keepNone(ClassLoader loader) {
    try {
      Object index =
          Class.forName(CACHE, true, loader)
              .getMethod("obtainIndex", String.class, Class.class, int.class)
              .invoke(null, REQUEST, Object.class, 0);
      int size = (Integer) index.getClass().getMethod("getSize").invoke(index);
      return size == 0 ? "true" : "Grizzly keeps " + size;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError other) {
      return other.toString();
    }
  }
}
