package org.haas.access;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haas.access.Keycloak.Answer;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Secret;

/**
 * The users of the login, kept by Keycloak. Every method is a call over the network: never inside a
 * transaction. Asks nothing about the caller: the boundaries do.
 */
@ApplicationScoped
public class Directory {
  private static final int MOST = 1000;

  @Inject private Keycloak keycloak;
  @Inject private HaasConfig config;

  /** All users, 1000 at most, without service accounts. */
  public List<Person> list() {
    Set<String> admins =
        people(get("/roles/" + Tokens.ADMIN_ROLE + "/users?max=" + MOST)).stream()
            .map(user -> user.getString("id"))
            .collect(Collectors.toSet());
    return people(get("/users?briefRepresentation=true&max=" + MOST)).stream()
        .map(user -> person(user, admins.contains(user.getString("id"))))
        .toList();
  }

  /** The user of exactly that name. */
  public Optional<Person> find(String username) {
    return people(get("/users?exact=true&username=" + Keycloak.encoded(username))).stream()
        .filter(user -> user.getString("username").equalsIgnoreCase(username))
        .findFirst()
        .map(user -> person(user, false));
  }

  /**
   * The user of exactly that name.
   *
   * @throws HaasException NOT_FOUND
   */
  public Person require(String username) {
    return find(username).orElseThrow(() -> HaasException.notFound("user", username));
  }

  /**
   * What the owner of a token is now.
   *
   * @param active whether he can log in
   */
  record Owner(boolean active, boolean admin) {}

  /**
   * What he is now; whom the login does not know can do nothing. Whether he is an administrator is
   * asked only of who was one.
   */
  Owner owner(Person person) {
    Answer answer = keycloak.admin("GET", "/users/" + person.subject(), Optional.empty());
    if (answer.status() == 404 || !person.issuer().equals(config.oidcIssuer().toString())) {
      return new Owner(false, false);
    }
    accept(answer);
    boolean active = ((JsonObject) answer.json()).getBoolean("enabled", false);
    return new Owner(active, active && person.admin() && isAdmin(person));
  }

  private boolean isAdmin(Person person) {
    JsonStructure roles =
        get("/users/%s/role-mappings/realm/composite".formatted(person.subject()));
    return ((JsonArray) roles)
        .getValuesAs(JsonObject.class).stream()
            .anyMatch(role -> role.getString("name").equals(Tokens.ADMIN_ROLE));
  }

  /**
   * Makes a user with a password.
   *
   * @throws HaasException DUPLICATE the name is taken; BAD_ARGUMENT Keycloak refuses name or
   *     password
   */
  public Person create(String username, Secret password, boolean admin) {
    JsonObject user =
        JSON.createObjectBuilder()
            .add("username", username)
            .add("enabled", true)
            .add("emailVerified", true)
            .add("email", username + "@users.invalid")
            .add("firstName", username)
            .add("lastName", username)
            .add(
                "credentials",
                JSON.createArrayBuilder()
                    .add(
                        JSON.createObjectBuilder()
                            .add("type", "password")
                            .add("value", password.reveal())
                            .add("temporary", false)))
            .build();
    Answer answer = keycloak.admin("POST", "/users", Optional.of(user));
    if (answer.status() == 409) {
      throw HaasException.duplicate("A user %s exists already.".formatted(username));
    }
    if (answer.status() == 400) {
      throw HaasException.badArgument("user", "the login service refuses that name or password.");
    }
    accept(answer);
    Person made = require(username);
    if (admin) {
      setAdmin(made, true);
    }
    return made;
  }

  /** Deletes the user, in the login as a whole. */
  public void delete(Person person) {
    accept(keycloak.admin("DELETE", "/users/" + person.subject(), Optional.empty()));
  }

  /** Gives or takes the administrator's role. */
  public void setAdmin(Person person, boolean admin) {
    JsonStructure role = get("/roles/" + Tokens.ADMIN_ROLE);
    accept(
        keycloak.admin(
            admin ? "POST" : "DELETE",
            "/users/" + person.subject() + "/role-mappings/realm",
            Optional.of(JSON.createArrayBuilder().add(role).build())));
  }

  private JsonStructure get(String path) {
    Answer answer = keycloak.admin("GET", path, Optional.empty());
    accept(answer);
    return answer.json();
  }

  private static void accept(Answer answer) {
    if (answer.status() >= 300) {
      throw new HaasException(
          ErrorCode.UNAVAILABLE,
          "The login service answered %d; an administrator has to check the portal's client in"
                  .formatted(answer.status())
              + " Keycloak.");
    }
  }

  private static List<JsonObject> people(JsonStructure list) {
    return ((JsonArray) list)
        .getValuesAs(JsonObject.class).stream()
            .filter(user -> !user.getString("username").startsWith("service-account-"))
            .toList();
  }

  private Person person(JsonObject user, boolean admin) {
    return new Person(
        config.oidcIssuer().toString(), user.getString("id"), user.getString("username"), admin);
  }
}
