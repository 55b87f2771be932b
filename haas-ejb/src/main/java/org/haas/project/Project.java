package org.haas.project;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.haas.spi.Label;

/** Who owns nodes and networks. */
@Entity
@Table(name = "project")
public class Project {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String label;

  /** For JPA. */
  protected Project() {}

  /** A project without members. */
  public Project(Label label) {
    this.label = label.value();
  }

  /** The row. */
  public long id() {
    return id;
  }

  /** The name. */
  public Label label() {
    return new Label(label);
  }
}
