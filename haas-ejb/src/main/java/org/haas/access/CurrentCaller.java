package org.haas.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The caller of this request; request-scoped ({@link Callers}). Set by the adapters (the portal's
 * login, a bearer token, HTTP Basic on v0) once they have checked the login; empty otherwise, and
 * then every boundary refuses.
 */
public class CurrentCaller {
  private Caller caller;
  private String origin = "";
  private Instant until;
  private Set<Long> projects;

  /** Says who calls, and from where (the client's address, for the audit trail). */
  public void is(Caller checked, String address) {
    caller = checked;
    origin = address;
    projects = null;
  }

  /** The projects of the caller, read once in a request. */
  Set<Long> projects(Supplier<Set<Long>> read) {
    if (projects == null) {
      projects = read.get();
    }
    return projects;
  }

  /** Says when the login ends, where it does by itself. */
  public void until(Instant end) {
    until = end;
  }

  /** When the login ends, if it is known: what goes on for longer has to end by then. */
  public Optional<Instant> until() {
    return Optional.ofNullable(until);
  }

  /** Who calls, if anybody has logged in. */
  public Optional<Caller> get() {
    return Optional.ofNullable(caller);
  }

  /** The client's address; empty when unknown. */
  public String origin() {
    return origin;
  }
}
