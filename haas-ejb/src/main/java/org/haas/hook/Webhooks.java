package org.haas.hook;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;

/** Who is told what happens in projects. For their managers: a URL may itself be a secret. */
@Stateless
public class Webhooks {
  private static final String WEBHOOK = "webhook";

  @Inject private Access access;
  @Inject private WebhookStore store;
  @Inject private AsSeen seen;

  /**
   * Those of the project, by name.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN no manager
   */
  public List<WebhookView> list(Label project) {
    return store.list(managed(project));
  }

  /**
   * One of them.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN no manager
   */
  public WebhookView show(Label project, Label webhook) {
    return store.list(managed(project)).stream()
        .filter(each -> each.name().equals(webhook))
        .findFirst()
        .orElseThrow(() -> unknown(project, webhook));
  }

  /**
   * Has somebody told of what happens from now on.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN no manager; BAD_ARGUMENT an address that is
   *     not called; DUPLICATE the name; BLOCKED the project has too many
   */
  public NewWebhookView create(Label project, WebhookSpec.Named wanted) {
    long id = managed(project);
    store.requireOpen(wanted.spec().url());
    return store.create(project, id, wanted);
  }

  /**
   * Says anew who is told and of what. One that is enabled again goes on where it was, as far as
   * events are kept.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN no manager; BAD_ARGUMENT an address that is
   *     not called
   */
  public WebhookView change(Label project, Label webhook, WebhookSpec wanted) {
    long id = managed(project);
    store.requireOpen(wanted.url());
    long known = store.lock(id, webhook).orElseThrow(() -> unknown(project, webhook));
    seen.requireUnchanged(WEBHOOK, webhook);
    store.change(project, webhook, known, wanted);
    return show(project, webhook);
  }

  /**
   * Tells nothing more.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN no manager
   */
  public void delete(Label project, Label webhook) {
    long id = managed(project);
    long known = store.lock(id, webhook).orElseThrow(() -> unknown(project, webhook));
    seen.requireUnchanged(WEBHOOK, webhook);
    store.delete(project, webhook, known);
  }

  private long managed(Label project) {
    long id = access.requireMember(project);
    access.requireManager(project);
    return id;
  }

  private static HaasException unknown(Label project, Label webhook) {
    return HaasException.notFound(WEBHOOK, webhook + " of project " + project);
  }
}
