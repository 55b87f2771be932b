package org.haas.project;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.haas.access.Access;
import org.haas.access.Directory;
import org.haas.access.Membership;
import org.haas.access.Person;
import org.haas.access.Role;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/**
 * Who belongs to a project. Asks Keycloak who a name is, so a method here is no transaction; what
 * it changes is one, in {@link MemberStore}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Members {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private Directory directory;
  @Inject private ProjectStore projects;
  @Inject private MemberStore store;

  /**
   * The members by name. For members.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<MemberView> list(Label project) {
    access.requireMember(project);
    return database
        .createQuery(
            "select m from Membership m where m.projectId = :project order by m.username",
            Membership.class)
        .setParameter("project", projects.require(project).id())
        .getResultStream()
        .map(member -> new MemberView(member.username(), member.role()))
        .toList();
  }

  /**
   * Makes the user a member, or gives the member that role. Repeats safely. For managers.
   *
   * @return whether he was no member before
   * @throws HaasException NOT_FOUND no such project or user; HIDDEN; FORBIDDEN
   */
  public boolean put(Label project, String username, Role role) {
    access.requireManager(project);
    Person person = directory.require(username);
    return store.put(project, person.username(), person, role);
  }

  /**
   * Takes the member out. What the project runs goes on. For managers.
   *
   * @throws HaasException NOT_FOUND no such project, or he is no member; HIDDEN; FORBIDDEN
   */
  public void remove(Label project, String username) {
    access.requireManager(project);
    store.remove(project, username, directory.find(username));
  }
}
