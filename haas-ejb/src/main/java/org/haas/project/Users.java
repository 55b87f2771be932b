package org.haas.project;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.haas.access.Access;
import org.haas.access.ApiTokenStore;
import org.haas.access.Directory;
import org.haas.access.PasswordLogin;
import org.haas.access.Person;
import org.haas.audit.AuditTrail;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** The users of the login. For administrators. Keycloak keeps them: no method is a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Users {
  @Inject private Access access;
  @Inject private Directory directory;
  @Inject private MemberStore members;
  @Inject private PasswordLogin passwords;
  @Inject private ApiTokenStore tokens;
  @Inject private AuditTrail trail;

  /**
   * All users with their projects.
   *
   * @throws HaasException FORBIDDEN; UNAVAILABLE Keycloak does not answer
   */
  public List<UserView> list() {
    access.requireAdmin();
    Map<String, List<Label>> projects =
        members.memberships().stream()
            .collect(
                Collectors.groupingBy(
                    row -> (String) row[0],
                    Collectors.mapping(row -> new Label((String) row[1]), Collectors.toList())));
    return directory.list().stream()
        .map(
            person ->
                new UserView(
                    person.username(),
                    person.admin(),
                    projects.getOrDefault(person.subject(), List.of())))
        .toList();
  }

  /**
   * Makes a user.
   *
   * @throws HaasException FORBIDDEN; DUPLICATE; BAD_ARGUMENT; UNAVAILABLE
   */
  public void create(String username, Secret password, boolean admin) {
    access.requireAdmin();
    directory.create(username, password, admin);
    trail.record("user.create", "", username, "admin=" + admin);
  }

  /**
   * Deletes a user, his memberships and his API tokens.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; UNAVAILABLE
   */
  public void delete(String username) {
    access.requireAdmin();
    Person person = directory.require(username);
    directory.delete(person);
    passwords.forget();
    members.forget(username, person);
  }

  /**
   * Gives or takes the administrator's role; what is taken, his API tokens lose for ever. Repeats
   * safely.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; ILLEGAL_STATE his own; UNAVAILABLE
   */
  public void setAdmin(String username, boolean admin) {
    access.requireAdmin();
    Person person = directory.require(username);
    if (person.subject().equals(tokens.person(access.caller()))) {
      throw new HaasException(
          ErrorCode.ILLEGAL_STATE,
          "You cannot change your own administrator status; ask another administrator.");
    }
    directory.setAdmin(person, admin);
    passwords.forget();
    if (!admin) {
      tokens.demote(person);
    }
    trail.record("user.set-admin", "", username, "admin=" + admin);
  }
}
