package org.haas.it.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.it.Login;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.web.Browser;
import org.haas.it.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group's day at the command line. */
class CliIT {
  private static final Pattern ADDRESS = Pattern.compile("Open (\\S+) and");

  private static Site site;

  @TempDir private Path home;
  private CommandLine physics;

  @BeforeAll
  static void make() {
    site = new Site();
  }

  @AfterAll
  static void close() throws IOException {
    site.close();
  }

  @BeforeEach
  void begin() {
    String token = new Login("admin", Running.password("admin")).token();
    physics = new CommandLine(home).with("HAAS_TOKEN", token);
  }

  @Test
  void day_ofAGroup_isDoneByCommands() {
    Site.Machine machine = site.machine();
    String node = machine.node();
    String wired = site.cabledNode();
    String network = site.freshName("net");

    assertThat(physics.run("node", "list", "free").is(0).out()).contains(node, wired);
    physics.run("project", "node", "add", site.project, wired).is(0);
    physics.run("project", "node", "add", site.project, node).is(0);
    physics.run("network", "create", network, site.project).is(0);
    assertThat(
            physics
                .run("node", "network", "connect", wired, "eth0", network, "--wait", "--json")
                .is(0)
                .json()
                .getString("state"))
        .isEqualTo("DONE");
    assertThat(physics.run("network", "list-attachments", network).is(0).out())
        .contains(wired, "vlan/native", "ATTACHED");

    assertThat(physics.run("node", "power", "on", node, "--wait").is(0).out()).contains("DONE");
    assertThat(physics.run("node", "power", "status", node).is(0).out()).contains("ON");

    CommandLine.Done refused = physics.run("project", "node", "remove", site.project, wired).is(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).startsWith("haas: ").contains(network);

    physics.run("project", "node", "remove", site.project, wired, "--force", "--wait").is(0);
    physics.run("node", "release", node, "--wait").is(0);
    physics.run("network", "delete", network).is(0);
    assertThat(physics.run("node", "show", wired, "-o", "csv").is(0).out()).contains(",FREE,");
  }

  @Test
  void nics_ofTwoMachines_areChangedTogether() {
    String one = site.cabledNode();
    String two = site.cabledNode();
    String network = site.freshName("net");
    physics.run("project", "node", "add", site.project, one).is(0);
    physics.run("project", "node", "add", site.project, two).is(0);
    physics.run("network", "create", network, site.project).is(0);
    String[] nics = {one + "/eth0", two + "/eth0"};

    CommandLine.Done plan =
        physics.run("change", "plan", "add", network, nics[0], nics[1], "-o", "wide").is(0);
    assertThat(plan.out()).contains("PLANNED", one, two, network, " native ");
    String id =
        physics
            .run("change", "list", "--project", site.project, "--json")
            .is(0)
            .json()
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("id");
    assertThat(plan.out()).contains(id);
    assertThat(physics.run("change", "apply", id, "--wait").is(0).out()).contains("COMMITTED");
    assertThat(physics.run("network", "isolation", network, "-o", "wide").is(0).out())
        .contains("PROVEN", one, two);

    assertThat(physics.run("change", "apply", id).is(1).err()).startsWith("haas: ");
    physics.run("change", "plan", "exactly", "", nics[0], nics[1], "--apply", "--wait").is(0);
    assertThat(physics.run("network", "list-attachments", network).is(0).out())
        .doesNotContain(one, two);
    physics.run("node", "release", one, "--wait").is(0);
    physics.run("node", "release", two, "--wait").is(0);
    physics.run("network", "delete", network).is(0);
  }

  @Test
  void project_ofADocument_isBroughtThereAndBackAgain() throws IOException {
    String project = site.freshProject();
    String one = site.cabledNode();
    String two = site.cabledNode();
    String boot = site.freshName("net");
    String data = site.freshName("net");
    Path lab = home.resolve("lab.yaml");
    Files.writeString(
        lab,
        """
        project: %s
        networks: [%s, %s]
        nodes:
          %s:
            eth0: [%s, %s@tagged]
          %s: {eth0: %s}
        """
            .formatted(project, boot, data, one, boot, data, two, boot));

    CommandLine.Done plan = physics.run("apply", "-f", lab.toString(), "--dry-run").is(0);
    assertThat(plan.out())
        .contains("create network", "reserve node", one + "/eth0", data + "@tagged");
    assertThat(physics.run("node", "show", one, "-o", "csv").is(0).out()).contains(",FREE,");
    physics.run("apply", "-f", lab.toString()).is(0);
    assertThat(physics.run("network", "isolation", boot, "-o", "wide").is(0).out())
        .contains("PROVEN", one, two);
    assertThat(physics.run("network", "list-attachments", data).is(0).out())
        .containsPattern(one + " +eth0 +\\S+ +vlan/[0-9]+ +ATTACHED");
    assertThat(physics.run("apply", "-f", lab.toString()).is(0).err()).contains("Nothing differs");

    Files.writeString(lab, "project: " + project);
    physics.run("apply", "-f", lab.toString(), "--prune").is(0);
    assertThat(physics.run("node", "show", one, "-o", "csv").is(0).out()).contains(",FREE,");
    physics.run("network", "show", boot).is(1);
    physics.run("project", "delete", project).is(0);
  }

  @Test
  void headnode_madeAndDeleted_showsItsSteps() {
    site.hypervisors();
    String head = site.freshName("head");

    physics.run("headnode", "create", head, site.project, "tiny", "--memory", "64", "--wait").is(0);
    assertThat(physics.run("headnode", "steps", head).is(0).out()).contains("disk", "DONE");
    physics.run("headnode", "nic", "create", head, "eth0").is(0);
    assertThat(physics.run("headnode", "show", head).is(0).out()).contains("STOPPED", "eth0");
    physics.run("headnode", "delete", head, "--wait").is(0);
    assertThat(physics.run("headnode", "show", head).is(1).err()).startsWith("haas: ");
  }

  @Test
  void console_usedFromAPipe_isLeftByTildeAndDot() throws Exception {
    Site.Machine machine = site.heldMachine();
    physics.run("node", "power", "on", machine.node(), "--wait").is(0);
    Process console = physics.begin("node", "console", machine.node());
    try (BufferedReader told =
        new BufferedReader(new InputStreamReader(console.getErrorStream(), UTF_8))) {
      assertThat(CommandLine.line(told, "Connected")).isNotNull();
      console.getOutputStream().write("hello\r~.".getBytes(UTF_8));
      console.getOutputStream().flush();

      assertThat(CommandLine.line(told, "You left the console.")).isNotNull();
      assertThat(console.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(console.exitValue()).isZero();
    } finally {
      console.destroyForcibly();
    }
    assertThat(physics.run("node", "console", site.bareNode() + "x").is(1).err())
        .startsWith("haas: ");
    physics.run("node", "release", machine.node(), "--wait").is(0);
  }

  @Test
  void token_ofAProgram_doesWhatItIsForUntilItIsRevoked() {
    String name = site.freshName("token");
    CommandLine person = new CommandLine(home).with("HAAS_TOKEN", memberToken());
    String secret =
        person
            .run("token", "create", name, "--project", site.project, "--days", "2", "--json")
            .is(0)
            .json()
            .getString("token");
    CommandLine program = new CommandLine(home).with("HAAS_TOKEN", secret);

    assertThat(program.run("whoami").is(0).out()).contains(site.project);
    assertThat(program.run("token", "list").is(1).err()).contains("log in as a person");
    assertThat(person.run("token", "list").is(0).out())
        .contains(name, site.project)
        .doesNotContain(secret);
    person.run("token", "revoke", name).is(0);
    assertThat(program.run("whoami").is(3).err()).contains("HAAS_TOKEN");
    assertThat(person.run("token", "revoke", name).is(1).err()).contains(name);
  }

  private static String memberToken() {
    return new Login(site.freshMember(), Site.PASSWORD).token();
  }

  @Test
  void site_exportedAndCompared_doesNotDiffer() {
    site.cabledNode();
    String document = physics.run("site", "export").is(0).out();

    CommandLine.Done difference = physics.typing(document, "site", "diff", "-").is(0);

    assertThat(difference.out()).isEmpty();
    assertThat(difference.err()).contains("Nothing differs");
  }

  @Test
  void login_confirmedInABrowser_isKeptAndEnded() throws Exception {
    CommandLine guest = physics.without("HAAS_TOKEN");
    assertThat(guest.run("whoami").is(3).err()).contains("haas login");
    Process login = guest.begin("login");
    try (Browser browser = new Browser();
        Visitor visitor = browser.visitor();
        BufferedReader told =
            new BufferedReader(new InputStreamReader(login.getErrorStream(), UTF_8))) {
      Matcher address = ADDRESS.matcher(CommandLine.line(told, "Open "));
      assertThat(address.find()).isTrue();
      confirm(visitor.page(), address.group(1));

      assertThat(login.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(login.exitValue()).isZero();
    } finally {
      login.destroyForcibly();
    }
    Path kept = home.resolve(".config/haas/logins.json");
    assertThat(Files.getPosixFilePermissions(kept))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(guest.run("whoami").is(0).out()).contains("physics");
    assertThat(guest.run("doctor").is(0).out()).doesNotContain("fails");
    guest.run("logout").is(0);
    guest.run("whoami").is(3);
  }

  private static void confirm(Page page, String address) {
    page.navigate(address);
    page.locator("#username").fill("physics");
    page.locator("#password").fill(Running.password("physics"));
    page.locator("#kc-login").click();
    page.locator("[name=accept]").click();
    page.waitForURL("**/device/status**");
  }
}
