package org.haas.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import org.haas.access.Access;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/** Reads for a listener, on a thread that serves no request. */
@ApplicationScoped
public class ProjectEventReader {
  @Inject private Access access;
  @Inject private CurrentCaller current;
  @Inject private ProjectEvents events;

  /**
   * As {@link ProjectEvents#after}, for that caller, as he stands now.
   *
   * @throws HaasException NOT_FOUND no such project; HIDDEN he is no member any more;
   *     NOT_AUTHENTICATED a token that is not good any more
   */
  @ActivateRequestContext
  public ProjectEventsPart after(Caller caller, Label project, long position) {
    current.is(caller, "");
    access.requireGood();
    return events.after(project, position);
  }
}
