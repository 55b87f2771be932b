package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.project.ProjectStore;
import org.haas.spi.Label;

/** Finds networks and attachments for the boundaries, inside their transactions. */
@ApplicationScoped
class NetworkStore {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private ProjectStore projects;

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

  /** As the caller may see them, in the same order, with a fixed number of queries. */
  List<NetworkView> views(List<Network> networks) {
    boolean admin = access.isAdmin();
    Set<Long> own = access.projects();
    Set<Long> named = new HashSet<>();
    networks.forEach(
        network -> {
          named.addAll(network.grants());
          network.ownerId().ifPresent(named::add);
        });
    Map<Long, Label> names = projects.names(named);
    Map<Long, Long> counts = counts(networks, admin, own);
    return networks.stream().map(network -> view(network, admin, own, names, counts)).toList();
  }

  private static NetworkView view(
      Network network,
      boolean admin,
      Set<Long> own,
      Map<Long, Label> names,
      Map<Long, Long> counts) {
    boolean uses = admin || own.stream().anyMatch(network::isUsableBy);
    boolean owns = admin || network.ownerId().filter(own::contains).isPresent();
    return new NetworkView(
        network.label(),
        network.ownerId().filter(id -> owns || isGuest(network, own)).map(names::get),
        network.visibility(),
        network.grants().stream()
            .filter(id -> owns || own.contains(id))
            .map(names::get)
            .sorted()
            .toList(),
        Optional.of(network.vlan()).filter(vlan -> uses),
        uses ? network.channels() : List.of(),
        owns,
        counts.getOrDefault(network.id(), 0L));
  }

  /** Who was granted a network knows whose it is; who sees a public one need not. */
  private static boolean isGuest(Network network, Set<Long> own) {
    return own.stream().anyMatch(network.grants()::contains);
  }

  private Map<Long, Long> counts(List<Network> networks, boolean admin, Set<Long> own) {
    Map<Long, Long> counts = new HashMap<>();
    if (networks.isEmpty() || (own.isEmpty() && !admin)) {
      return counts;
    }
    var query =
        database
            .createQuery(
                "select a.network.id, count(a) from Attachment a where a.network in :networks"
                    + (admin ? "" : " and a.projectId in :own")
                    + " group by a.network.id",
                Object[].class)
            .setParameter("networks", networks);
    if (!admin) {
      query.setParameter("own", own);
    }
    query.getResultList().forEach(row -> counts.put((Long) row[0], (Long) row[1]));
    return counts;
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

  /** As views, with the names of their projects. */
  List<AttachmentView> attachmentViews(List<Attachment> attachments) {
    Map<Long, Label> names =
        projects.names(attachments.stream().map(Attachment::projectId).distinct().toList());
    return attachments.stream()
        .map(
            attachment ->
                new AttachmentView(
                    attachment.nic().node().label(),
                    attachment.nic().label(),
                    attachment.network().label(),
                    attachment.channel(),
                    attachment.state(),
                    names.get(attachment.projectId())))
        .toList();
  }
}
