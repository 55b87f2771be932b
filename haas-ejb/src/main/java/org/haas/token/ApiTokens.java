package org.haas.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.haas.access.Access;
import org.haas.access.Caller;
import org.haas.document.Username;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/**
 * The API tokens of who calls. Each person has his own; administrators see and revoke all. A token
 * is no person: it makes none, sees none and revokes none.
 */
@Stateless
public class ApiTokens {
  /** The most that a person has. */
  static final int MOST = 100;

  @Inject private Access access;
  @Inject private OwnTokenStore store;

  /**
   * The caller's, by name; also those that have expired, for thirty days.
   *
   * @throws HaasException FORBIDDEN a token asks
   */
  public List<ApiTokenView> list() {
    return store.list(person());
  }

  /**
   * One of the caller's.
   *
   * @throws HaasException FORBIDDEN a token asks; NOT_FOUND he has none of that name
   */
  public ApiTokenView show(Label token) {
    return store.list(person()).stream()
        .filter(own -> own.name().equals(token))
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("API token", token));
  }

  /**
   * Makes one for the caller. It can do what he can at any later moment, and no more than it is
   * for.
   *
   * @throws HaasException FORBIDDEN a token asks, who is no administrator wants an administrator's,
   *     or an administrator is no member of a project; NOT_FOUND, HIDDEN a project; DUPLICATE he
   *     has one of that name; BLOCKED he has too many
   */
  public NewApiTokenView create(ApiTokenSpec wanted) {
    Caller owner = person();
    if (wanted.admin()) {
      access.requireAdmin();
    }
    return store.create(UUID.randomUUID(), owner, wanted);
  }

  /**
   * Ends one of the caller's, at once and for ever.
   *
   * @throws HaasException FORBIDDEN a token asks; NOT_FOUND he has none of that name
   */
  public void revoke(Label token) {
    store.revoke(person(), token);
  }

  /**
   * Those of whoever is called so, by name; none if nobody is. For administrators.
   *
   * @throws HaasException FORBIDDEN no administrator, or a token asks
   */
  public List<ApiTokenView> listOf(Username owner) {
    access.requireAdmin();
    person();
    return store.listOf(owner);
  }

  /**
   * Ends one of somebody's, at once and for ever. For administrators.
   *
   * @throws HaasException FORBIDDEN no administrator, or a token asks; NOT_FOUND there is none
   */
  public void revokeOf(Username owner, Label token) {
    access.requireAdmin();
    person();
    store.revokeOf(owner, token);
  }

  private Caller person() {
    Caller caller = access.caller();
    if (caller.isToken()) {
      throw HaasException.forbidden(
          "An API token makes, lists and revokes no tokens; log in as a person for that.");
    }
    return caller;
  }
}
