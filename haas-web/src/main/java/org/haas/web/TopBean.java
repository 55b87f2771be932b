package org.haas.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haas.access.Access;
import org.haas.access.CurrentCaller;
import org.haas.operation.OperationQuery;
import org.haas.operation.OperationView;
import org.haas.operation.Operations;
import org.haas.page.Page;
import org.haas.page.PageRequest;
import org.haas.project.ProjectView;
import org.haas.project.Projects;
import org.haas.spi.Label;
import org.haas.web.login.ProjectServlet;

/** The bar on top: who is here, for which project, and what runs. */
@Named("top")
@RequestScoped
public class TopBean {
  private static final int MOST_SHOWN = 10;
  private static final String THEME = "haas-theme";
  private static final Set<String> THEMES = Set.of("light", "dark");

  @Inject private Projects projects;
  @Inject private Operations operations;
  @Inject private Access access;
  @Inject private CurrentCaller current;
  @Inject private HttpServletRequest request;

  private List<ProjectView> known;
  private Page<OperationView> running;
  private PhaseId runningSince;

  /** Whether somebody has logged in. */
  public boolean isSignedIn() {
    return current.get().isPresent();
  }

  /** What he is called. */
  public String getUsername() {
    return access.caller().username();
  }

  /** Light or dark, if he chose; empty: as his system has it. */
  public String getTheme() {
    return cookie(THEME).filter(THEMES::contains).orElse("");
  }

  /** Whether he is an administrator. */
  public boolean isAdmin() {
    return access.isAdmin();
  }

  /** The projects that he may work for, by name. */
  public List<ProjectView> getProjects() {
    if (known == null) {
      known = projects.list();
    }
    return known;
  }

  /** The project that he works for now: the remembered one, else the first of his own. */
  public Optional<Label> chosen() {
    return Stream.of(
            getProjects().stream().filter(project -> isRemembered(project.name())),
            getProjects().stream().filter(project -> project.role().isPresent()),
            getProjects().stream())
        .flatMap(found -> found.map(ProjectView::name))
        .findFirst();
  }

  /** That project's name; empty when he has none. */
  public String getProject() {
    return chosen().map(Label::value).orElse("");
  }

  /** Whether it is a project that he is himself a member of. */
  public boolean isOwn(Optional<Label> project) {
    return project.isPresent()
        && getProjects().stream()
            .anyMatch(own -> own.role().isPresent() && own.name().equals(project.get()));
  }

  /** What runs or waits in his projects, the newest; read again after an action has changed it. */
  public Page<OperationView> getRunning() {
    PhaseId now = FacesContext.getCurrentInstance().getCurrentPhaseId();
    if (running == null || now != runningSince) {
      runningSince = now;
      running =
          operations.list(
              new OperationQuery(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  OperationQuery.OPEN,
                  new PageRequest(0, MOST_SHOWN)));
    }
    return running;
  }

  private boolean isRemembered(Label project) {
    return cookie(ProjectServlet.COOKIE).filter(project.value()::equals).isPresent();
  }

  private Optional<String> cookie(String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }
}
