package org.haas.network;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.operation.Change;
import org.haas.operation.Changes;
import org.haas.operation.Journal;
import org.haas.operation.Lookout;
import org.haas.page.Page;
import org.haas.project.Project;
import org.haas.project.ProjectStore;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;
import org.haas.spi.VlanId;
import org.haas.switches.Switch;
import org.haas.switches.SwitchOperation;

/** Networks and who may use them. */
@Stateless
public class Networks {
  private static final String NETWORK = "network";

  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private ProjectStore projects;
  @Inject private NetworkStore store;
  @Inject private NetworkSearch search;
  @Inject private AttachmentSearch connected;
  @Inject private VlanAllocation vlans;
  @Inject private Journal journal;
  @Inject private Changes changes;
  @Inject private Lookout lookout;
  @Inject private AsSeen seen;
  @Inject private Clock clock;

  /** The networks that the caller may see. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<NetworkView> list(NetworkQuery query) {
    access.requireLogin();
    query.usableBy().ifPresent(access::requireMember);
    return search.find(query);
  }

  /**
   * One network.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public NetworkView show(Label network) {
    access.requireLogin();
    return search.show(network);
  }

  /**
   * Makes a network and gives it a VLAN. For members of the owner; without one for administrators,
   * who alone may say which VLAN.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND, HIDDEN; DUPLICATE; BAD_ARGUMENT; BLOCKED the VLAN
   *     is not to be had; POOL_EMPTY
   */
  @Audited("network.create")
  public NetworkView create(NetworkSpec spec) {
    Optional<Long> owner = owner(spec);
    lookout.requireTrust();
    List<Project> guests = spec.grants().stream().map(projects::kept).toList();
    VlanId vlan = spec.vlan().map(vlans::take).orElseGet(vlans::take);
    Network made = new Network(spec.name(), owner, spec.visibility(), vlan);
    guests.forEach(guest -> made.grant(guest.id()));
    store.make(made);
    announce(spec.name(), owner);
    return NetworkView.made(spec, vlan);
  }

  /**
   * Deletes a network that nothing is connected to. For members of its owner.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN; BLOCKED it is connected
   */
  @Audited("network.delete")
  public void delete(Label network) {
    access.requireLogin();
    NetworkStore.Condemned gone = store.condemned(network);
    seen.requireUnchanged(NETWORK, network);
    if (gone.nics() > 0) {
      throw HaasException.blocked(
          "Network %s is still connected to %d NICs; detach them first."
              .formatted(network, gone.nics()));
    }
    for (long carrier : store.delete(gone)) {
      journal.enqueue(
          SwitchOperation.retire(
              database.find(Switch.class, carrier),
              gone.vlan(),
              access.caller().username(),
              clock.instant()));
    }
    announce(network, gone.owner());
  }

  /**
   * Lets a project use the network. For members of its owner.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN; DUPLICATE it may already
   */
  @Audited("network.grant")
  public NetworkView grant(Label network, Label project) {
    access.requireLogin();
    Project guest = projects.find(project).orElse(null);
    Network shared = store.locked(network);
    store.requireOwn(shared);
    if (guest == null) {
      throw HaasException.notFound("project", project);
    }
    seen.requireUnchanged(NETWORK, network);
    if (!shared.grant(guest.id())) {
      throw HaasException.duplicate(
          "Project %s may use network %s already.".formatted(project, network));
    }
    database.flush();
    announce(shared);
    return view(shared);
  }

  /**
   * No longer lets a project use the network. For members of its owner, and of that project.
   *
   * @throws HaasException NOT_FOUND no such grant; HIDDEN; FORBIDDEN; BLOCKED nodes of the project
   *     are connected, or it is the owner
   */
  @Audited("network.revoke")
  public NetworkView revoke(Label network, Label project) {
    access.requireLogin();
    Network shared = store.locked(network);
    Project guest = projects.find(project).orElse(null);
    if (guest == null || !access.mayUse(guest.id())) {
      store.requireOwn(shared);
    }
    if (guest == null || !shared.grants().contains(guest.id())) {
      throw HaasException.notFound("grant", "of network " + network + " to project " + project);
    }
    seen.requireUnchanged(NETWORK, network);
    if (shared.ownerId().filter(id -> id == guest.id()).isPresent()) {
      throw HaasException.blocked(
          "Project %s owns network %s; an owner's access cannot be revoked."
              .formatted(project, network));
    }
    if (connectedTo(shared, Optional.of(guest.id())) > 0) {
      throw HaasException.blocked(
          "Nodes of project %s are connected to network %s; detach them first."
              .formatted(project, network));
    }
    shared.revoke(guest.id());
    database.flush();
    announce(shared);
    return view(shared);
  }

  /**
   * What is connected. All for administrators and members of the owner; others only with a project
   * of their own.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN
   */
  public List<AttachmentView> attachments(Label network, Optional<Label> project) {
    access.requireLogin();
    Network known = visible(network);
    project.ifPresent(access::requireMember);
    if (project.isEmpty() && !store.isOwn(known)) {
      throw HaasException.forbidden(
          "Only the owner of network %s sees all that is connected; name a project of yours."
              .formatted(network));
    }
    return connected.of(network, project);
  }

  /** Of what is connected, that which the caller may see: of his own projects' nodes. */
  public List<AttachmentView> visibleAttachments(Label network) {
    access.requireLogin();
    return connected.visibleOf(visible(network).label());
  }

  /** Whose it will be, if the caller may make it. */
  private Optional<Long> owner(NetworkSpec spec) {
    if (spec.owner().isEmpty()) {
      access.requireAdmin();
      return Optional.empty();
    }
    long owner = access.requireMemberKeeping(spec.owner().get());
    if (spec.vlan().isPresent() && !access.isAdmin()) {
      throw HaasException.badArgument(
          "vlan", "a project's network gets its VLAN from the pool; leave this out.");
    }
    if (spec.visibility() == Visibility.PUBLIC) {
      throw HaasException.badArgument(
          "visibility", "only an administrator's network can be public; share it with projects.");
    }
    return Optional.of(owner);
  }

  private Network visible(Label label) {
    Network network = store.require(label);
    if (!store.maySee(network)) {
      throw HaasException.hidden(NETWORK, label);
    }
    return network;
  }

  private long connectedTo(Network network, Optional<Long> project) {
    return database
        .createQuery(
            "select count(a) from Attachment a where a.network = :network"
                + " and (:project = 0 or a.projectId = :project)",
            Long.class)
        .setParameter("network", network)
        .setParameter("project", project.orElse(0L))
        .getSingleResult();
  }

  private NetworkView view(Network network) {
    return search.changed(network.label());
  }

  private void announce(Network network) {
    announce(network.label(), network.ownerId());
  }

  private void announce(Label network, Optional<Long> owner) {
    changes.announce(
        new Change(
            Change.Kind.NETWORK,
            network.value(),
            Optional.empty(),
            owner.map(OptionalLong::of).orElse(OptionalLong.empty())));
  }
}
