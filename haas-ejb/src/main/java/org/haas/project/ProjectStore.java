package org.haas.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/** Finds projects for the boundaries, inside their transactions. */
@ApplicationScoped
public class ProjectStore {
  @PersistenceContext private EntityManager database;

  /** The project of that name. */
  public Optional<Project> find(Label label) {
    return query(label).getResultStream().findFirst();
  }

  /**
   * The project of that name.
   *
   * @throws HaasException NOT_FOUND
   */
  public Project require(Label label) {
    return find(label).orElseThrow(() -> HaasException.notFound("project", label));
  }

  /**
   * The project of that name, its row locked until the transaction ends.
   *
   * @throws HaasException NOT_FOUND
   */
  public Project locked(Label label) {
    return query(label)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("project", label));
  }

  /**
   * The project of that name, which cannot be deleted until the transaction ends. As a foreign key
   * locks: any number of transactions do at once.
   *
   * @throws HaasException NOT_FOUND
   */
  public Project kept(Label label) {
    List<?> found =
        database
            .createNativeQuery(
                "select * from project where label = ?1 for key share", Project.class)
            .setParameter(1, label.value())
            .getResultList();
    return found.stream()
        .findFirst()
        .map(Project.class::cast)
        .orElseThrow(() -> HaasException.notFound("project", label));
  }

  /** The names of projects by their ids, in one query. */
  public Map<Long, Label> names(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return database
        .createQuery("select p from Project p where p.id in :ids", Project.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Project::id, Project::label));
  }

  private TypedQuery<Project> query(Label label) {
    return database
        .createQuery("select p from Project p where p.label = :label", Project.class)
        .setParameter("label", label.value());
  }
}
