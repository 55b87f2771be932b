package org.haas.launcher;

import java.nio.file.Path;

/** The JDK that the launcher runs on, which {@code run} chose; the servers run on the same. */
final class Jdk {
  private Jdk() {}

  /**
   * @throws Failure when it is none that Payara is safe on
   */
  static void requireSafe(int feature) {
    if (feature < 17 || feature > 21) {
      throw new Failure(
          "HaaS runs on a JDK from 17 to 21, and this is %d: set JAVA_HOME to one of those."
              .formatted(feature));
    }
  }

  static String home() {
    return System.getProperty("java.home");
  }

  static String java() {
    return Path.of(home(), "bin", "java").toString();
  }
}
