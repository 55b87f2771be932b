package org.haas.headnode;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.operation.QueueId;
import org.haas.operation.UuidConverter;
import org.haas.spi.HostName;
import org.haas.spi.Label;
import org.haas.spi.SshKey;
import org.haas.spi.VmId;

/** A small virtual machine of a project, on one hypervisor for its whole life. */
@Entity
@Table(name = "headnode")
public class Headnode {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String label;

  @Column(name = "project_id")
  private long projectId;

  @Column(name = "hypervisor_id")
  private long hypervisorId;

  @Convert(converter = UuidConverter.class)
  private UUID vm;

  private String image;
  private int cpus;

  @Column(name = "memory_mib")
  private int memoryMib;

  @Column(name = "disk_gib")
  private int diskGib;

  @Column(name = "host_name")
  private String hostName;

  @Column(name = "ssh_keys")
  private String sshKeys;

  @Column(name = "user_data")
  private byte[] userData;

  @Enumerated(EnumType.STRING)
  private HeadnodeState state;

  private boolean started;

  @Version private int version;

  /** For JPA. */
  protected Headnode() {}

  /** One that is to be made there. */
  Headnode(HeadnodeSpec spec, long projectId, long hypervisorId) {
    label = spec.name().value();
    this.projectId = projectId;
    this.hypervisorId = hypervisorId;
    vm = VmId.random().value();
    image = spec.image().value();
    cpus = spec.size().cpus();
    memoryMib = spec.size().memoryMib();
    diskGib = spec.size().diskGib();
    hostName = spec.hostName().value();
    sshKeys = spec.keys().stream().map(SshKey::value).collect(Collectors.joining("\n"));
    state = HeadnodeState.CREATING;
    started = spec.start();
  }

  /** Keeps its user data, sealed already for {@link #userDataPlace}. */
  void keep(byte[] closedUserData) {
    userData = closedUserData.clone();
  }

  /** Where its user data is sealed for. */
  String userDataPlace() {
    return "headnode/" + vm + "/user_data";
  }

  /** It was seen so, or is on its way there. */
  void become(HeadnodeState seen) {
    state = seen;
  }

  /** It is to be started: from now on HIL's clients may not change it. */
  void toBeStarted() {
    started = true;
  }

  /**
   * Refuses what only a headnode that was made can do.
   *
   * @throws HaasException ILLEGAL_STATE
   */
  void requireMade() {
    if (state != HeadnodeState.STOPPED && state != HeadnodeState.RUNNING) {
      throw illegal("Headnode %s is %s; wait until it is made, or look at its operations.");
    }
  }

  /**
   * Refuses to make again what is there.
   *
   * @throws HaasException ILLEGAL_STATE
   */
  void requireBroken() {
    if (state != HeadnodeState.BROKEN) {
      throw illegal("Headnode %s is %s; only one that is broken is made again.");
    }
  }

  /**
   * Refuses to change what is going.
   *
   * @throws HaasException ILLEGAL_STATE
   */
  void requireStaying() {
    if (state == HeadnodeState.DELETING) {
      throw illegal("Headnode %s is %s; it takes no change any more.");
    }
  }

  private HaasException illegal(String sentence) {
    return new HaasException(
        ErrorCode.ILLEGAL_STATE, sentence.formatted(label, state.name().toLowerCase(Locale.ROOT)));
  }

  long id() {
    return id;
  }

  Label label() {
    return new Label(label);
  }

  long projectId() {
    return projectId;
  }

  long hypervisorId() {
    return hypervisorId;
  }

  /** The queue of its hypervisor. */
  QueueId queue() {
    return QueueId.ofHypervisor(hypervisorId);
  }

  VmId vm() {
    return new VmId(vm);
  }

  Label image() {
    return new Label(image);
  }

  HeadnodeSpec.Size size() {
    return new HeadnodeSpec.Size(cpus, memoryMib, diskGib);
  }

  HostName hostName() {
    return new HostName(hostName);
  }

  List<SshKey> keys() {
    return sshKeys.lines().map(SshKey::new).toList();
  }

  Optional<byte[]> sealedUserData() {
    return Optional.ofNullable(userData).map(byte[]::clone);
  }

  HeadnodeState state() {
    return state;
  }

  boolean wasStarted() {
    return started;
  }
}
