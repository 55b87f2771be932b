package org.haas.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A person's membership of a project. The person is an issuer's subject; the name is for reading.
 */
@Entity
@Table(name = "membership")
public class Membership {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "project_id")
  private long projectId;

  private String issuer;
  private String subject;
  private String username;

  @Enumerated(EnumType.STRING)
  private Role role;

  /** For JPA. */
  protected Membership() {}

  /** Makes a person a member. */
  public Membership(long projectId, String issuer, String subject, String username, Role role) {
    this.projectId = projectId;
    this.issuer = issuer;
    this.subject = subject;
    this.username = username;
    this.role = role;
  }

  /** Gives the member another role. */
  public void become(Role wanted) {
    role = wanted;
  }

  /** The project. */
  public long projectId() {
    return projectId;
  }

  /** Whether it is this person's. */
  public boolean isOf(Person person) {
    return issuer.equals(person.issuer()) && subject.equals(person.subject());
  }

  /** The member's name when he was added. */
  public String username() {
    return username;
  }

  /** What he may do. */
  public Role role() {
    return role;
  }
}
