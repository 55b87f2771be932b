package org.haas.cli.hil;

import java.util.List;
import java.util.stream.Collectors;
import org.haas.cli.command.Given;
import org.haas.cli.command.Session;
import org.haas.cli.hil.Report.Result;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;

/** Makes what a HIL knows and HaaS does not. */
public final class HilImport {
  private HilImport() {}

  /**
   * Reads HIL's database, compares, makes what is missing, and tells of each thing what became of
   * it. What is there is never changed. Repeats safely: the second time nothing is made.
   *
   * @throws Failure USAGE or UNREACHABLE the database; REFUSED something is not as in HIL
   */
  public static void run(Session session) {
    Given given = session.given();
    Hil hil =
        HilDatabase.read(
            given.text("database"), given.optional("user"), session.secrets().given("password"));
    boolean dryRun = given.has("dry-run");
    Report report = new Report(dryRun);
    try {
      bring(session, new Here(session.api(), report, dryRun), hil);
    } finally {
      if (!report.rows().isEmpty()) {
        session.output().list(report.rows(), Report.VIEW);
      }
    }
    if (report.open() > 0) {
      throw new Failure(
          ExitCode.REFUSED,
          "%d things are not as in HIL: do what the report says, and import again."
              .formatted(report.open()));
    }
  }

  private static void bring(Session session, Here here, Hil hil) {
    requireAdmin(here);
    pool(here.report(), hil.vlans());
    People people = new People(here);
    people.bring(hil);
    Hardware hardware = new Hardware(session, here);
    hardware.bring(hil);
    Links links = new Links(here, people);
    links.bring(hil);
    new Machines(session, here, people, hardware, links).bring(hil);
    hil.headnodes().forEach(headnode -> headnode(here.report(), headnode));
  }

  private static void requireAdmin(Here here) {
    if (!here.api().get("v1/me").getBoolean("admin", false)) {
      throw new Failure(
          ExitCode.REFUSED, "Only an administrator can import a HIL; see: haas whoami");
    }
  }

  private static void pool(Report report, List<Integer> vlans) {
    if (!vlans.isEmpty()) {
      report.add(
          "VLAN pool",
          ranges(vlans),
          Result.BY_HAND,
          "HIL's; HaaS has its own (HAAS_VLAN_POOL), and gives away what is not in use there.");
    }
  }

  private static String ranges(List<Integer> vlans) {
    StringBuilder ranges = new StringBuilder();
    for (int i = 0; i < vlans.size(); i++) {
      int first = i;
      while (i + 1 < vlans.size() && vlans.get(i + 1) == vlans.get(i) + 1) {
        i++;
      }
      ranges.append(ranges.isEmpty() ? "" : ",").append(vlans.get(first));
      ranges.append(i > first ? "-" + vlans.get(i) : "");
    }
    return ranges.toString();
  }

  private static void headnode(Report report, Hil.Headnode headnode) {
    String networks =
        headnode.networks().isEmpty()
            ? ""
            : " It is on %s."
                .formatted(headnode.networks().stream().sorted().collect(Collectors.joining(", ")));
    report.add(
        "headnode",
        headnode.name(),
        Result.BY_HAND,
        "A virtual machine (headnode-%s of image %s, of %s) cannot be moved: make another by 'haas headnode"
                .formatted(headnode.uuid(), headnode.image(), headnode.project())
            + " create', copy what it has, and delete it."
            + networks);
  }
}
