package org.haas.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import org.haas.error.HaasException;

/**
 * The caller's memberships, for threads that the container has not called: asked in a bean's own
 * invocation.
 */
@Stateless
public class Memberships {
  @Inject private Access access;

  /**
   * The ids of the projects that the caller is a member of.
   *
   * @throws HaasException NOT_AUTHENTICATED also a token that was good once
   */
  public Set<Long> own() {
    access.requireGood();
    return access.projects();
  }
}
