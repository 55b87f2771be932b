package org.haas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
  private static final String TOKEN = "POST /realm/token";
  private static final String ME = "GET /api/v1/me";

  private final FakeHaas haas = new FakeHaas();

  @TempDir private Path home;
  private Shell shell;

  @BeforeEach
  void begin() {
    haas.withLogin();
    haas.on(ME, 200, "{\"username\":\"ada\",\"admin\":false,\"projects\":[]}");
    shell = new Shell(home).with("HAAS_ENDPOINT", haas.url());
  }

  @AfterEach
  void close() {
    haas.close();
  }

  private static String grant(String token, int seconds) {
    return "{\"access_token\":\"%s\",\"refresh_token\":\"r-%s\",\"expires_in\":%d}"
        .formatted(token, token, seconds);
  }

  private Path file() {
    return home.resolve(".config/haas/logins.json");
  }

  private void login(int seconds) {
    haas.on(
            "POST /realm/device",
            200,
            """
            {"device_code":"d1","user_code":"ABCD-EFGH","interval":0,"expires_in":60,
             "verification_uri_complete":"https://login.example.org/device?user_code=ABCD"}""")
        .on(TOKEN, 400, "{\"error\":\"authorization_pending\"}")
        .on(TOKEN, 200, grant("one", seconds));
    assertThat(shell.run("login").code()).isZero();
  }

  private String lastAuthorization() {
    return haas.requests().get(haas.requests().size() - 1).authorization();
  }

  @Test
  void login_inABrowser_isKeptForItsOwnerOnly() throws IOException {
    login(300);

    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(file().getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(haas.requests().stream().filter(r -> r.line().equals(TOKEN)).toList())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.body()).contains("device_code=d1"));
  }

  @Test
  void login_kept_isUsedByTheNextCommandWithoutAnEndpoint() {
    login(300);

    Shell.Done done = shell.without("HAAS_ENDPOINT").run("whoami");

    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("ada");
    assertThat(lastAuthorization()).isEqualTo("Bearer one");
  }

  @Test
  void login_thatIsOld_isRenewedOnceAndKept() throws IOException {
    login(5);
    haas.on(TOKEN, 200, grant("two", 300));
    haas.on(TOKEN, 200, grant("two", 300));
    // the reply that was told last for the login itself is used up by this
    shell.run("whoami");

    shell.run("whoami");

    assertThat(lastAuthorization()).isEqualTo("Bearer two");
    assertThat(Files.readString(file())).contains("r-two").doesNotContain("r-one");
  }

  @Test
  void login_thatHasEnded_is3AndSaysHowToGoOn() {
    login(5);
    haas.on(TOKEN, 400, "{\"error\":\"invalid_grant\"}");
    haas.on(TOKEN, 400, "{\"error\":\"invalid_grant\"}");
    shell.run("whoami");

    Shell.Done done = shell.run("whoami");

    assertThat(done.code()).isEqualTo(3);
    assertThat(done.err()).contains("has ended: haas login");
  }

  @Test
  void login_refused_is3WithTheReason() {
    haas.on("POST /realm/device", 200, "{\"device_code\":\"d\",\"interval\":0,\"expires_in\":60}")
        .on(TOKEN, 400, "{\"error\":\"access_denied\",\"error_description\":\"He said no\"}");

    Shell.Done done = shell.run("login");

    assertThat(done.code()).isEqualTo(3);
    assertThat(done.err()).contains("He said no");
    assertThat(file()).doesNotExist();
  }

  @Test
  void logout_ofAKeptLogin_endsItThereAndForgetsIt() throws IOException {
    login(300);

    shell.run("logout");

    assertThat(haas.requests().get(haas.requests().size() - 1).body()).contains("token=r-one");
    assertThat(Files.readString(file())).doesNotContain("one");
    assertThat(shell.run("whoami").code()).isEqualTo(3);
  }

  @Test
  void password_ofTheEnvironment_getsATokenThatIsNotKept() {
    haas.on(TOKEN, 200, grant("pw", 300));

    Shell.Done done = shell.with("HIL_USERNAME", "ada").with("HIL_PASSWORD", "s&p").run("whoami");

    assertThat(done.code()).isZero();
    assertThat(lastAuthorization()).isEqualTo("Bearer pw");
    assertThat(haas.requests().stream().map(FakeHaas.Request::body).toList())
        .anySatisfy(
            body ->
                assertThat(body).contains("grant_type=password", "username=ada", "password=s%26p"));
    assertThat(file()).doesNotExist();
  }

  @Test
  void password_fromStdin_isNotOnTheCommandLine() {
    haas.on("POST /api/v1/users", 201, "{\"username\":\"bob\"}");

    shell
        .with("HAAS_TOKEN", "t")
        .typing("from stdin\n")
        .run("user", "create", "bob", "-", "regular");

    assertThat(haas.requests().get(0).body()).contains("\"password\":\"from stdin\"");
  }

  @Test
  void doctor_ofAGoodSite_findsNothing() {
    haas.on("GET /api/v1/openapi.json", 200, "{\"openapi\":\"3.1.0\"}");

    Shell.Done done = shell.with("HAAS_TOKEN", "t").run("doctor");

    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("server", "login", "you", "ada").doesNotContain("fails");
  }

  @Test
  void doctor_whereOthersMayReadTheLogins_saysSo() throws IOException {
    login(300);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    haas.on("GET /api/v1/openapi.json", 200, "{\"openapi\":\"3.1.0\"}");

    Shell.Done done = shell.run("doctor");

    assertThat(done.code()).isNotZero();
    assertThat(done.out()).contains("chmod 600");
  }
}
