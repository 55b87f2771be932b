package org.haas.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the environment asks for. Every {@code HAAS_*} variable is listed in docs/operations.md.
 *
 * @param state absolute folder of everything that outlives a run
 * @param publicUrl where browsers reach the portal, without a slash at the end
 * @param heap of Payara, in the form of {@code -Xmx}
 * @param vlanPool ids and ranges, such as {@code 100-999,1200}
 * @param database where the database is when it is not ours to start
 * @param login where the identity provider is when it is not ours to start
 * @param passedOn the caller's own {@code HAAS_*} variables
 */
record Settings(
    Ports ports,
    Path state,
    boolean demo,
    URI publicUrl,
    String heap,
    String vlanPool,
    Optional<Database> database,
    Optional<Login> login,
    Map<String, String> passedOn) {
  private static final Pattern HEAP = Pattern.compile("[1-9][0-9]*[kmgKMG]");

  Settings {
    passedOn = Map.copyOf(passedOn);
  }

  /**
   * @param environment of the caller
   * @param root the folder of the project, which the default state lies in
   * @throws Failure naming the variable that has no legal value
   */
  static Settings of(Map<String, String> environment, Path root) {
    Variables variables = new Variables(environment);
    Ports ports = Ports.of(variables);
    return new Settings(
        ports,
        variables.text("HAAS_STATE").map(Path::of).orElse(root.resolve(".run")).toAbsolutePath(),
        variables.flag("HAAS_DEMO", true),
        variables.url("HAAS_PUBLIC_URL").orElse(URI.create("http://localhost:" + ports.http())),
        variables.matching("HAAS_HEAP", HEAP, "a size such as 768m").orElse("768m"),
        VlanPool.checked(variables.text("HAAS_VLAN_POOL").orElse("100-999")),
        Database.of(variables),
        Login.of(variables),
        variables.starting("HAAS_"));
  }

  /** The portal as this machine reaches it, whatever stands in front of it. */
  URI localUrl() {
    return URI.create("http://localhost:" + ports.http());
  }

  /** Whether the simulated switches and their nodes are wanted. */
  boolean withDemoSite() {
    return demo && login.isEmpty();
  }

  /** The login of this run: somebody else's, or that of the Keycloak started here. */
  Login loginOr(String clientSecret) {
    URI keycloak = URI.create("http://localhost:" + ports.keycloak());
    return login.orElseGet(
        () ->
            new Login(
                keycloak.resolve("/realms/haas"),
                "haas-portal",
                clientSecret,
                keycloak.resolve("/admin/realms/haas")));
  }

  /** The database of this run: somebody else's, or the one started here. */
  Database databaseOr(String password) {
    return database.orElseGet(
        () ->
            new Database(
                "jdbc:postgresql://127.0.0.1:%d/haas".formatted(ports.database()),
                "haas",
                password));
  }

  /** What Payara and the application in it read; secrets too, hence never printed. */
  Map<String, String> forTheServer(Secrets secrets, Path masterKey) {
    Map<String, String> variables = new TreeMap<>(passedOn);
    Database used = databaseOr(secrets.database());
    variables.put("HAAS_DB_URL", used.url());
    variables.put("HAAS_DB_USER", used.user());
    variables.put("HAAS_DB_PASSWORD", used.password());
    Login with = loginOr(secrets.portalClient());
    variables.put("HAAS_OIDC_ISSUER", with.issuer().toString());
    variables.put("HAAS_OIDC_CLIENT_ID", with.clientId());
    variables.put("HAAS_OIDC_CLIENT_SECRET", with.clientSecret());
    variables.put("HAAS_OIDC_ADMIN_URL", with.adminUrl().toString());
    variables.put("HAAS_PUBLIC_URL", publicUrl.toString());
    variables.putIfAbsent("HAAS_INSTANCE_URL", localUrl().toString());
    variables.put("HAAS_VLAN_POOL", vlanPool);
    variables.put("HAAS_STATE", state.toString());
    variables.putIfAbsent("HAAS_MASTER_KEY_FILE", masterKey.toString());
    return variables;
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return "HaaS at %s with its state in %s".formatted(publicUrl, state);
  }
}
