package org.haas.config;

/**
 * Whether the application server uses each request object once (ADR 42). One that keeps them for
 * the next clients can give a tenant the answer of another, so HaaS does not start in it.
 */
final class FreshRequests {
  /** What the agent of haas-agent.jar says: {@code true}, or why not. */
  static final String PROPERTY = "haas.fresh.requests";

  private FreshRequests() {}

  /**
   * Does nothing if it is so.
   *
   * @param told by the agent; null: there is none
   * @throws IllegalStateException says how to start the server
   */
  static void require(String told) {
    if (!"true".equals(told)) {
      throw new IllegalStateException(
          "This server may answer two clients with one request object: start its JVM with"
              + " -javaagent:haas-agent.jar (docs/operations.md)%s."
                  .formatted(told == null ? "" : ", which has failed with " + told));
    }
  }
}
