package org.haas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {
  private static final String NETWORKS = "GET /api/v1/networks?project=p&limit=1000";
  private static final String NODES = "GET /api/v1/nodes?project=p&limit=1000";
  private static final String LAB =
      """
      project: p
      networks: [boot]
      nodes:
        n1:
          eth0: boot
          eth1: [boot, shared@tagged]
        n2: {}
      """;

  private final FakeHaas haas = new FakeHaas();

  @TempDir private Path home;

  /** The project holds n1 with something on eth0, n9, and owns two networks that LAB has not. */
  @BeforeEach
  void site() {
    haas.on("GET /api/v1/projects/p", 200, "{\"name\":\"p\"}")
        .on(
            NETWORKS,
            200,
            """
            {"items":[{"name":"shared","owner":"q","channels":["vlan/native","vlan/104"]},{"name":"old","owner":"p"},
             {"name":"gone","owner":"p"}]}""")
        .on(
            NODES,
            200,
            """
            {"items":[
             {"name":"n1","state":"RESERVED","nics":[
              {"name":"eth0","networks":[
               {"network":"old","channel":"vlan/native","state":"ATTACHED"},
               {"network":"gone","channel":"vlan/7","state":"DETACHING"}]},
              {"name":"eth1","networks":[]}]},
             {"name":"n9","state":"RESERVED","nics":[
              {"name":"eth0","networks":[
               {"network":"old","channel":"vlan/native","state":"ATTACHED"}]}]},
             {"name":"n8","state":"RELEASING","nics":[]}]}""")
        .on(
            "GET /api/v1/nodes/n2",
            200,
            "{\"name\":\"n2\",\"state\":\"FREE\",\"nics\":[{\"name\":\"eth0\"}]}");
  }

  @AfterEach
  void close() {
    haas.close();
  }

  private Shell.Done apply(String document, String... options) {
    String[] line = new String[options.length + 3];
    line[0] = "apply";
    line[1] = "-f";
    line[2] = "-";
    System.arraycopy(options, 0, line, 3, options.length);
    return new Shell(home, haas).typing(document).run(line);
  }

  private static String changes(String state) {
    return "{\"id\":\"c1\",\"state\":\"%s\"%s}"
        .formatted(state, state.equals("UNDONE") ? ",\"error\":\"s1: % Invalid\"" : "");
  }

  private FakeHaas withChanges(String end) {
    return haas.on("POST /api/v1/change-sets", 201, changes("PLANNED"))
        .on("POST /api/v1/change-sets/c1/apply", 202, changes("APPLYING"))
        .on("GET /api/v1/change-sets/c1", 200, changes(end));
  }

  @Test
  void apply_dryRun_onlyShowsWhatDiffers() {
    Shell.Done done = apply(LAB, "--dry-run", "-o", "csv");

    assertThat(done.code()).isZero();
    assertThat(done.out().lines())
        .containsExactly(
            "change,name,now,then",
            "create network,boot,,",
            "reserve node,n2,,",
            "change NIC,n1/eth0,old,boot",
            "change NIC,n1/eth1,nothing,\"boot, shared@vlan/104\"");
    assertThat(haas.lines()).allMatch(line -> line.startsWith("GET "));
  }

  @Test
  void apply_dryRunWithPrune_alsoShowsWhatGoes() {
    Shell.Done done = apply(LAB, "--dry-run", "--prune", "-o", "csv");

    assertThat(done.out().lines().skip(5))
        .containsExactly(
            "change NIC,n9/eth0,old,nothing",
            "release node,n9,,",
            "delete network,old,,",
            "delete network,gone,,");
  }

  @Test
  void apply_changesAllNicsTogetherBetweenWhatComesAndWhatGoes() {
    withChanges("COMMITTED")
        .on("DELETE /api/v1/nodes/n9/reservation", 202, "{\"id\":\"o1\",\"state\":\"PENDING\"}")
        .on(
            "GET /api/v1/operations/o1",
            200,
            "{\"id\":\"o1\",\"action\":\"release_node\",\"state\":\"DONE\"}");

    assertThat(apply(LAB, "--prune").code()).isZero();
    assertThat(haas.lines())
        .filteredOn(line -> !line.startsWith("GET ") || line.contains("operations"))
        .containsExactly(
            "POST /api/v1/networks",
            "PUT /api/v1/nodes/n2/reservation",
            "POST /api/v1/change-sets",
            "POST /api/v1/change-sets/c1/apply",
            "DELETE /api/v1/nodes/n9/reservation",
            "GET /api/v1/operations/o1",
            "DELETE /api/v1/networks/old",
            "DELETE /api/v1/networks/gone");
    assertThat(haas.requests())
        .filteredOn(request -> request.line().equals("POST /api/v1/change-sets"))
        .singleElement()
        .extracting(FakeHaas.Request::body)
        .asString()
        .contains(
            "{\"node\":\"n1\",\"nic\":\"eth0\",\"mode\":\"EXACTLY\",\"networks\":"
                + "[{\"network\":\"boot\",\"channel\":\"vlan/native\"}]}",
            "{\"node\":\"n9\",\"nic\":\"eth0\",\"mode\":\"EXACTLY\",\"networks\":[]}");
  }

  @Test
  void apply_taggedOnANetworkThatIsNew_takesTheTagThatItWasGiven() {
    withChanges("COMMITTED")
        .on("GET /api/v1/networks/new", 200, "{\"channels\":[\"vlan/native\",\"vlan/107\"]}");

    Shell.Done done = apply("{project: p, networks: [new], nodes: {n1: {eth1: new@tagged}}}");

    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("new@tagged");
    assertThat(haas.requests())
        .filteredOn(request -> request.line().equals("POST /api/v1/change-sets"))
        .singleElement()
        .extracting(FakeHaas.Request::body)
        .asString()
        .contains("[{\"network\":\"new\",\"channel\":\"vlan/107\"}]");
  }

  @Test
  void apply_changesUndone_endsWith1AndNothingGoes() {
    withChanges("UNDONE");

    Shell.Done done = apply(LAB, "--prune");

    assertThat(done.code()).isEqualTo(1);
    assertThat(done.err()).contains("ended UNDONE", "s1: % Invalid");
    assertThat(haas.lines()).noneMatch(line -> line.startsWith("DELETE "));
  }

  @Test
  void apply_nothingDiffers_asksForNothing() {
    Shell.Done done =
        apply("{project: p, networks: [old, gone], nodes: {n1: {eth0: old}, n9: {}}}");

    assertThat(done.code()).isZero();
    assertThat(done.err()).contains("Nothing differs.");
    assertThat(haas.lines()).allMatch(line -> line.startsWith("GET "));
  }

  @Test
  void apply_ofAFile_readsIt() throws IOException {
    Path file = Files.writeString(home.resolve("lab.yaml"), LAB);

    Shell.Done done =
        new Shell(home, haas).run("apply", "--file", file.toString(), "--dry-run", "--json");

    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("\"then\": \"boot, shared@vlan/104\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nodes: {}                                      | -: project is missing.",
        "[p]                                            | -: this is a map of names.",
        "{project: p, node: {}}                         | -: 'node' is not known here; there are",
        "{project: p, project: q}                       | is no YAML",
        "{project: 7}                                   | -: project: '7' is no text; put it in",
        "{project: p, networks: boot}                   | -: networks: this is a list.",
        "{project: p, networks: [a, a]}                 | -: networks: a is there twice.",
        "{project: p, nodes: [n1]}                      | -: nodes: this is a map of names.",
        "{project: p, nodes: {n1: {eth0: [a, b]}}}      | two networks on the channel vlan/native",
        "{project: p, nodes: {n1: {eth0: [a, a@tagged]}}} | eth0: a is there twice.",
        "{project: p, nodes: {n1: {eth0: {a: b}}}}      | -: nodes: n1: eth0: this is a list.",
        "!!java.net.URL [x]                             | is no YAML",
      })
  void apply_ofADocumentThatIsWrong_endsWith2AndAsksNothing(String document, String sentence) {
    Shell.Done done = apply(document);

    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err()).startsWith("haas: ").contains(sentence).doesNotContain("Exception");
    assertThat(haas.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{project: p, networks: [shared]}               | shared is not of project p",
        "{project: p, nodes: {n1: {eth7: old}}}         | has no NIC eth7; it has eth0, eth1.",
        "{project: p, nodes: {n1: {eth0: nowhere}}}     | may use no network nowhere",
        "{project: p, nodes: {n3: {}}}                  | n3 is not free: it is BROKEN",
      })
  void apply_ofWhatCannotBe_endsWith1AndDoesNothing(String document, String sentence) {
    haas.on("GET /api/v1/nodes/n3", 200, "{\"name\":\"n3\",\"state\":\"BROKEN\"}");

    Shell.Done done = apply(document);

    assertThat(done.code()).isEqualTo(1);
    assertThat(done.err()).contains(sentence);
    assertThat(haas.lines()).allMatch(line -> line.startsWith("GET "));
  }

  @Test
  void apply_withoutADocument_endsWith2() {
    assertThat(new Shell(home, haas).run("apply").code()).isEqualTo(2);
  }
}
