package org.haas.switches;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.haas.operation.InstantConverter;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;

/** A port of a switch, and what it was last read as. What it shall be is not here. */
@Entity
@Table(name = "port")
public class Port {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "switch_id")
  private Switch owner;

  private String name;

  @Enumerated(EnumType.STRING)
  private PortRole role;

  @Enumerated(EnumType.STRING)
  private PortState state;

  @Column(name = "last_read")
  private String lastRead;

  @Column(name = "read_at")
  @Convert(converter = InstantConverter.class)
  private Instant readAt;

  private String difference;

  @Column(name = "differs_since")
  @Convert(converter = InstantConverter.class)
  private Instant differsSince;

  /** For JPA. */
  protected Port() {}

  /** A port that nobody has looked at yet. */
  public Port(Switch owner, PortName name, PortRole role) {
    this.owner = owner;
    this.name = name.value();
    this.role = role;
    this.state = PortState.NEW;
  }

  /** It was read as that, which is as it should be. */
  public void verified(PortConfig config, Instant now) {
    seen(config, now);
    state = PortState.READY;
    difference = null;
    differsSince = null;
  }

  /**
   * It is not as it should be, and nobody is at it.
   *
   * @param what the difference, in words
   * @return whether that is news
   */
  public boolean differs(String what, Instant now) {
    boolean news = difference == null;
    difference = what;
    differsSince = news ? now : differsSince;
    return news;
  }

  /** It was read as that. */
  public void seen(PortConfig config, Instant now) {
    lastRead = config.toString();
    readAt = now;
  }

  /** It could not be brought to what it should be, and never was. */
  public void unusable() {
    if (state == PortState.NEW) {
      state = PortState.FAILED;
    }
  }

  /** The row. */
  public long id() {
    return id;
  }

  /** The switch. */
  public Switch owner() {
    return owner;
  }

  /** The name on the switch. */
  public PortName name() {
    return new PortName(name);
  }

  /** What it is for. */
  public PortRole role() {
    return role;
  }

  /** Whether it can be used. */
  public PortState state() {
    return state;
  }

  /** Whether it is not known to carry anything: never read, or read as parked. */
  public boolean carriesNothing() {
    return lastRead == null || lastRead.equals(PortConfig.PARKED.toString());
  }

  /** Whether somebody has read it at that time or later. */
  public boolean readSince(Instant then) {
    return readAt != null && !readAt.isBefore(then);
  }

  /** What is wrong with it, in the words of the last check. */
  public Optional<String> difference() {
    return Optional.ofNullable(difference);
  }

  PortView view() {
    return new PortView(
        name(),
        role,
        state,
        Optional.ofNullable(lastRead),
        Optional.ofNullable(readAt),
        Optional.ofNullable(difference),
        Optional.ofNullable(differsSince));
  }
}
