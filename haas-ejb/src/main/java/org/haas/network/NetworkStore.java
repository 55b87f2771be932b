package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/** Finds networks and attachments for the boundaries, inside their transactions. */
@ApplicationScoped
class NetworkStore {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;

  /**
   * The network of that name.
   *
   * @throws HaasException NOT_FOUND
   */
  Network require(Label label) {
    return database
        .createQuery("select n from Network n where n.label = :label", Network.class)
        .setParameter("label", label.value())
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("network", label));
  }

  /** As {@link #require}, while nobody can delete it or revoke it until the transaction ends. */
  Network shared(Label label) {
    return lockedBy(label, "for share");
  }

  /** As {@link #require}, while nobody can connect to it until the transaction ends. */
  Network locked(Label label) {
    return lockedBy(label, "for update");
  }

  private Network lockedBy(Label label, String lock) {
    List<?> ids =
        database
            .createNativeQuery("select id from network where label = ?1 " + lock)
            .setParameter(1, label.value())
            .getResultList();
    return ids.stream()
        .findFirst()
        .map(id -> database.find(Network.class, ((Number) id).longValue()))
        .orElseThrow(() -> HaasException.notFound("network", label));
  }

  /** Whether the caller may know the network: it is public, or his projects may use it. */
  boolean maySee(Network network) {
    return access.isAdmin()
        || access.projects().stream().anyMatch(network::isUsableBy)
        || network.visibility() == Visibility.PUBLIC;
  }

  /** Whether the caller may delete and share it. */
  boolean isOwn(Network network) {
    return access.isAdmin() || network.ownerId().filter(access::mayUse).isPresent();
  }

  /**
   * Refuses a caller who does not own the network.
   *
   * @throws HaasException HIDDEN he may not know it; FORBIDDEN he may only use it
   */
  void requireOwn(Network network) {
    if (isOwn(network)) {
      return;
    }
    if (!maySee(network)) {
      throw HaasException.hidden("network", network.label());
    }
    throw HaasException.forbidden(
        "Network %s is not your project's; only its owner may do this.".formatted(network.label()));
  }

  /** The attachments of those NICs, with their networks, in one query. */
  List<Attachment> ofNics(Collection<Long> nics) {
    if (nics.isEmpty()) {
      return List.of();
    }
    return database
        .createQuery(
            "select a from Attachment a join fetch a.network where a.nic.id in :nics order by a.id",
            Attachment.class)
        .setParameter("nics", nics)
        .getResultList();
  }
}
