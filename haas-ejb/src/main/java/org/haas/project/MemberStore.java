package org.haas.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.haas.access.ApiTokenStore;
import org.haas.access.Membership;
import org.haas.access.Person;
import org.haas.access.Role;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;

/** The transactions of {@link Members} and {@link Users}, whose own work is with Keycloak. */
@ApplicationScoped
class MemberStore {
  private static final String MEMBERS = "member list of project";

  @PersistenceContext private EntityManager database;
  @Inject private ProjectStore projects;
  @Inject private ApiTokenStore tokens;
  @Inject private AsSeen seen;

  @Transactional
  @Audited("project.member.put")
  boolean put(Label project, String username, Person person, Role role) {
    Project owner = projects.locked(project);
    seen.requireUnchanged(MEMBERS, project);
    Optional<Membership> known = find(owner, person);
    known.ifPresent(member -> member.become(role));
    if (known.isEmpty()) {
      database.persist(
          new Membership(owner.id(), person.issuer(), person.subject(), username, role));
    }
    return known.isEmpty();
  }

  @Transactional
  @Audited("project.member.remove")
  void remove(Label project, String username, Optional<Person> person) {
    Project owner = projects.locked(project);
    Membership member =
        person
            .flatMap(known -> find(owner, known))
            .or(() -> named(owner, username))
            .orElseThrow(
                () -> HaasException.notFound("member", username + " in project " + project));
    seen.requireUnchanged(MEMBERS, project);
    database.remove(member);
  }

  @Transactional
  List<Object[]> memberships() {
    return database
        .createQuery(
            "select m.subject, p.label from Membership m, Project p where p.id = m.projectId"
                + " order by p.label",
            Object[].class)
        .getResultList();
  }

  @Transactional
  @Audited("user.delete")
  void forget(String username, Person person) {
    database
        .createQuery("delete from Membership m where m.issuer = :issuer and m.subject = :subject")
        .setParameter("issuer", person.issuer())
        .setParameter("subject", person.subject())
        .executeUpdate();
    tokens.forget(person);
  }

  private Optional<Membership> find(Project project, Person person) {
    return database
        .createQuery(
            "select m from Membership m where m.projectId = :project and m.issuer = :issuer"
                + " and m.subject = :subject",
            Membership.class)
        .setParameter("project", project.id())
        .setParameter("issuer", person.issuer())
        .setParameter("subject", person.subject())
        .getResultStream()
        .findFirst();
  }

  /** Somebody whom the login has forgotten can still be removed by the name he had. */
  private Optional<Membership> named(Project project, String username) {
    return database
        .createQuery(
            "select m from Membership m where m.projectId = :project and m.username = :username",
            Membership.class)
        .setParameter("project", project.id())
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }
}
