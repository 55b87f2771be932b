package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.haas.access.Role;
import org.haas.document.Username;
import org.haas.overview.HoldingView;
import org.haas.overview.Holdings;
import org.haas.project.MemberView;
import org.haas.project.Members;
import org.haas.project.Projects;
import org.haas.spi.Label;

/** One project: its members, and for managers who is one. */
@Named("project")
@ViewScoped
public class ProjectBean implements Serializable {
  private static final String MESSAGES = "member-messages";

  @Inject private Holdings holdings;
  @Inject private Members members;
  @Inject private Projects projects;
  @Inject private TopBean top;

  private String name;
  private String username;
  private Role role = Role.MEMBER;
  private String asked;
  private transient HoldingView view;
  private transient List<MemberView> people;

  /** Reads everything that the page shows. */
  public void load() {
    view = holdings.show(label());
    people = members.list(label());
  }

  /** The project and what it has. */
  public HoldingView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** Its members by name. */
  public List<MemberView> getMembers() {
    getView();
    return people;
  }

  /** Whether the person may change who is a member. */
  public boolean isManaged() {
    return top.isAdmin() || getView().role().filter(Role.MANAGER::equals).isPresent();
  }

  /** Whether it has nothing that would keep it from being deleted. */
  public boolean isEmpty() {
    return getView().nodes() == 0 && getView().networks() == 0;
  }

  /** Makes somebody a member. */
  public void add() {
    if (Attempt.of(MESSAGES, () -> members.put(label(), typed(), role))) {
      username = null;
      role = Role.MEMBER;
    }
    load();
  }

  private String typed() {
    return Input.value("user", username == null ? "" : username.strip(), Username::new).value();
  }

  /** Gives a member the other role. */
  public void change(String member, Role wanted) {
    Attempt.of(MESSAGES, () -> members.put(label(), member, wanted));
    loadOrLeave();
  }

  /** Opens the question whether to take the member out. */
  public void ask(String member) {
    asked = member;
  }

  /** Takes out the member who was asked about. */
  public void remove() {
    Attempt.of(MESSAGES, () -> members.remove(label(), asked));
    loadOrLeave();
  }

  /** Who has just left sees the project no more. */
  private void loadOrLeave() {
    if (Attempt.of(this::load).isPresent()) {
      Leave.to("/");
    }
  }

  /** Deletes the project and goes to the list. */
  public void delete() {
    if (Attempt.of("messages", () -> projects.delete(label()))) {
      Leave.to("/projects");
    }
  }

  /** The member who is asked about. */
  public String getAsked() {
    return asked;
  }

  /** Whether that is the person himself. */
  public boolean isAskedOfSelf() {
    return top.getUsername().equals(asked);
  }

  /** Whether nobody would manage the project without that member. */
  public boolean isAskedLast() {
    return getMembers().stream()
        .filter(member -> member.role() == Role.MANAGER)
        .map(MemberView::username)
        .toList()
        .equals(List.of(String.valueOf(asked)));
  }

  private Label label() {
    return Input.label("project", name);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }
}
