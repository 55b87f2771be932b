package org.haas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Path PROJECT = Path.of("/project");
  private static final Secrets SECRETS = new Secrets("db-pw", "client-pw", "kc-pw", "sim-pw");
  private static final Path MASTER_KEY = Path.of("/state/master.key");

  @Test
  void of_emptyEnvironment_hasTheDefaults() {
    Settings settings = of();

    assertThat(settings.ports()).isEqualTo(new Ports(8080, 8180, 5433, 4848, 7010, 3700));
    assertThat(settings.state()).isEqualTo(PROJECT.resolve(".run"));
    assertThat(settings.demo()).isTrue();
    assertThat(settings.withDemoSite()).isTrue();
    assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(settings.heap()).isEqualTo("768m");
    assertThat(settings.vlanPool()).isEqualTo("100-999");
    assertThat(settings.database()).isEmpty();
    assertThat(settings.login()).isEmpty();
  }

  @Test
  void of_everyVariable_isTaken() {
    Settings settings =
        of(
            "HAAS_STATE", "/var/lib/haas",
            "HAAS_DEMO", "false",
            "HAAS_PUBLIC_URL", "https://haas.example.org/",
            "HAAS_HEAP", "2g",
            "HAAS_VLAN_POOL", "100-200,300",
            "HAAS_DB_URL", "jdbc:postgresql://db/haas",
            "HAAS_DB_USER", "owner",
            "HAAS_DB_PASSWORD", "pw",
            "HAAS_OIDC_ISSUER", "https://sso.example.org/realms/lab",
            "HAAS_OIDC_CLIENT_ID", "portal",
            "HAAS_OIDC_CLIENT_SECRET", "secret");

    assertThat(settings.state()).isEqualTo(Path.of("/var/lib/haas"));
    assertThat(settings.demo()).isFalse();
    assertThat(settings.publicUrl()).isEqualTo(URI.create("https://haas.example.org"));
    assertThat(settings.heap()).isEqualTo("2g");
    assertThat(settings.vlanPool()).isEqualTo("100-200,300");
    assertThat(settings.database())
        .contains(new Database("jdbc:postgresql://db/haas", "owner", "pw"));
    assertThat(settings.login())
        .contains(
            new Login(
                URI.create("https://sso.example.org/realms/lab"),
                "portal",
                "secret",
                URI.create("https://sso.example.org/admin/realms/lab")));
  }

  @Test
  void withDemoSite_loginElsewhere_isFalse() {
    Settings settings =
        of(
            "HAAS_OIDC_ISSUER", "https://sso.example.org/realms/lab",
            "HAAS_OIDC_CLIENT_ID", "portal",
            "HAAS_OIDC_CLIENT_SECRET", "secret");

    assertThat(settings.withDemoSite()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "HAAS_HTTP_PORT, 80a",
    "HAAS_HTTP_PORT, 0",
    "HAAS_KEYCLOAK_PORT, 65536",
    "HAAS_DB_PORT, -1",
    "HAAS_ADMIN_PORT, 123456",
    "HAAS_SIM_PORT, x",
    "HAAS_DEMO, yes",
    "HAAS_HEAP, 768",
    "HAAS_PUBLIC_URL, localhost",
    "HAAS_VLAN_POOL, 1-100",
    "HAAS_DB_URL, postgres://db/haas",
    "HAAS_OIDC_ISSUER, sso"
  })
  void of_badValue_namesTheVariableAndTheValue(String name, String value) {
    assertThatThrownBy(() -> of(name, value))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(name + "=" + value);
  }

  @ParameterizedTest
  @CsvSource({
    "HAAS_DB_URL, jdbc:postgresql://db/haas, HAAS_DB_USER",
    "HAAS_OIDC_ISSUER, https://sso.example.org/realms/lab, HAAS_OIDC_CLIENT_ID"
  })
  void of_halfOfAService_namesWhatIsMissing(String name, String value, String missing) {
    assertThatThrownBy(() -> of(name, value))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(missing);
  }

  @Test
  void forTheServer_ownServices_pointsAtThem() {
    Map<String, String> variables =
        of("HAAS_HTTP_PORT", "18080", "HAAS_KEYCLOAK_PORT", "18180", "HAAS_DB_PORT", "15433")
            .forTheServer(SECRETS, MASTER_KEY);

    assertThat(variables)
        .containsEntry("HAAS_DB_URL", "jdbc:postgresql://127.0.0.1:15433/haas")
        .containsEntry("HAAS_DB_USER", "haas")
        .containsEntry("HAAS_DB_PASSWORD", "db-pw")
        .containsEntry("HAAS_OIDC_ISSUER", "http://localhost:18180/realms/haas")
        .containsEntry("HAAS_OIDC_ADMIN_URL", "http://localhost:18180/admin/realms/haas")
        .containsEntry("HAAS_OIDC_CLIENT_ID", "haas-portal")
        .containsEntry("HAAS_OIDC_CLIENT_SECRET", "client-pw")
        .containsEntry("HAAS_PUBLIC_URL", "http://localhost:18080")
        .containsEntry("HAAS_INSTANCE_URL", "http://localhost:18080")
        .containsEntry("HAAS_VLAN_POOL", "100-999")
        .containsEntry("HAAS_STATE", "/project/.run")
        .containsEntry("HAAS_MASTER_KEY_FILE", "/state/master.key");
  }

  @Test
  void forTheServer_otherVariables_arePassedOn() {
    Map<String, String> variables =
        of(
                "HAAS_SWITCH_ATTEMPTS", "2",
                "HAAS_MASTER_KEY_FILE", "/etc/haas.key",
                "HAAS_INSTANCE_URL", "https://one.haas.example",
                "PATH", "/bin")
            .forTheServer(SECRETS, MASTER_KEY);

    assertThat(variables)
        .containsEntry("HAAS_SWITCH_ATTEMPTS", "2")
        .containsEntry("HAAS_MASTER_KEY_FILE", "/etc/haas.key")
        .containsEntry("HAAS_INSTANCE_URL", "https://one.haas.example")
        .doesNotContainKey("PATH");
  }

  @Test
  void toString_withPasswords_showsNone() {
    Settings settings =
        of(
            "HAAS_DB_URL", "jdbc:postgresql://db/haas",
            "HAAS_DB_USER", "owner",
            "HAAS_DB_PASSWORD", "hush",
            "HAAS_OIDC_ISSUER", "https://sso.example.org/realms/lab",
            "HAAS_OIDC_CLIENT_ID", "portal",
            "HAAS_OIDC_CLIENT_SECRET", "hush");

    assertThat(settings + " " + settings.database() + settings.login() + SECRETS)
        .doesNotContain("hush")
        .doesNotContain("-pw");
  }

  private static Settings of(String... pairs) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return Settings.of(environment, PROJECT);
  }
}
