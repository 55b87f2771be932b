package org.haas.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/** What happened in projects, for their members and for administrators. */
@Stateless
public class ProjectEvents {
  @Inject private Access access;
  @Inject private ProjectEventStore store;

  /**
   * Where the project's events end now; what happens later comes after it.
   *
   * @throws HaasException NOT_FOUND no such project; HIDDEN the caller is no member
   */
  public ProjectEventsPart end(Label project) {
    long id = access.requireMember(project);
    store.number();
    return new ProjectEventsPart(id, false, List.of(), store.mark().last());
  }

  /**
   * What happened after a place, 500 events at most. The same question has the same answer until
   * they are forgotten, after seven days, but for what has happened since.
   *
   * @param position from 0, the beginning
   * @throws HaasException NOT_FOUND no such project; HIDDEN the caller is no member
   */
  public ProjectEventsPart after(Label project, long position) {
    long id = access.requireMember(project);
    store.number();
    ProjectEventStore.Mark mark = store.mark();
    if (position > mark.last()) {
      return new ProjectEventsPart(id, true, List.of(), mark.last());
    }
    List<ProjectEventView> events = store.after(id, position);
    boolean missed = position > 0 && position < mark.forgotten();
    long next = events.isEmpty() ? mark.last() : events.get(events.size() - 1).position();
    return new ProjectEventsPart(id, missed, events, next);
  }
}
