package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** HIL's routes when all goes well: paths, status codes and bodies as HIL's clients expect them. */
class HilCompatibilityIT {
  private static HilSite site;
  private static HilClient admin;
  private static HilClient physics;

  @BeforeAll
  static void makeSite() {
    site = new HilSite();
    admin = site.admin;
    physics = site.physics;
  }

  @AfterAll
  static void takeSiteAway() throws IOException {
    site.close();
  }

  @Test
  void story_fromFreeNodeToFreeNode_isHils() {
    String project = site.physicsProject;
    String node = site.node();
    String port = site.lastPort();
    String inProject = "{'node':'%s'}".formatted(node);
    physics.post("/project/" + project + "/connect_node", inProject).isDone();
    physics.get("/project/" + project + "/nodes").isJson("['%s']".formatted(node));

    String network = site.freshName("hil-net");
    physics
        .put(
            "/network/" + network,
            "{'owner':'%s','access':'%s','net_id':''}".formatted(project, project))
        .isDone();
    String onNetwork = "{'network':'%s'}".formatted(network);
    String nic = "/node/" + node + "/nic/eth1";
    String connecting = physics.post(nic + "/connect_network", onNetwork).statusId(202);
    site.awaitDone(connecting, physics);

    physics
        .get("/networking_action/" + connecting)
        .isJson(
            ("{'status':'DONE','node':'%s','nic':'eth1','type':'modify_port',"
                    + "'channel':'vlan/native','new_network':'%s'}")
                .formatted(node, network));
    physics
        .get("/node/" + node)
        .isJson(
            ("{'name':'%s','project':'%s','nics':["
                    + "{'label':'eth0','macaddr':'52:54:00:00:00:01','networks':{}},"
                    + "{'label':'eth1','macaddr':'52:54:00:00:00:01',"
                    + "'networks':{'vlan/native':'%s'}}],'metadata':{}}")
                .formatted(node, project, network));
    assertThat(physics.get("/network/" + network).body())
        .matches(
            ("{'name':'%s','owner':'%s','access':['%s'],"
                    + "'channels':['vlan/native','vlan/\\d+'],'connected-nodes':{'%s':['eth1']}}")
                .formatted(network, project, project, node)
                .replace('\'', '"')
                .replace("{", "\\{")
                .replace("[", "\\["));
    physics
        .get("/network/" + network + "/attachments")
        .isJson(
            "{'%s':{'nic':'eth1','channel':'vlan/native','project':'%s'}}"
                .formatted(node, project));
    admin
        .get(port)
        .isJson(
            "{'node':'%s','nic':'eth1','networks':{'vlan/native':'%s'}}".formatted(node, network));

    String detaching = physics.post(nic + "/detach_network", onNetwork).statusId(202);
    site.awaitDone(detaching, physics);
    physics
        .get("/networking_action/" + detaching)
        .isJson(
            ("{'status':'DONE','node':'%s','nic':'eth1','type':'modify_port',"
                    + "'channel':'vlan/native','new_network':null}")
                .formatted(node));
    physics.delete("/network/" + network).isDone();
    physics.post("/project/" + project + "/detach_node", inProject).isDone();
    assertThat(physics.get("/nodes/free").body()).contains('"' + node + '"');
  }

  @Test
  void revert_connectedPort_answers200AndTakesAllOff() {
    String node = site.physicsNode();
    String port = site.lastPort();
    String network = site.network(site.physicsProject);
    String connect = "{'network':'%s','channel':'vlan/native'}".formatted(network);
    site.awaitDone(
        physics.post("/node/" + node + "/nic/eth1/connect_network", connect).statusId(202));
    String reverting = admin.post(port + "/revert").statusId(200);
    site.awaitDone(reverting);
    admin
        .get("/networking_action/" + reverting)
        .isJson(
            ("{'status':'DONE','node':'%s','nic':'eth1','type':'revert_port',"
                    + "'channel':'','new_network':null}")
                .formatted(node));
    admin.get(port).isJson("{'node':'%s','nic':'eth1','networks':{}}".formatted(node));
  }

  @Test
  void connect_taggedChannel_isShownUnderIt() {
    String node = site.physicsNode();
    String network = site.network("admin", "", "");
    String all = admin.get("/networks").body();
    String id = all.replaceAll(".*\"" + network + "\":\\{\"network_id\":\"(\\d+)\".*", "$1");
    String connect = "{'network':'%s','channel':'vlan/%s'}".formatted(network, id);
    site.awaitDone(
        physics.post("/node/" + node + "/nic/eth0/connect_network", connect).statusId(202));
    assertThat(physics.get("/node/" + node).body())
        .contains("\"networks\":{\"vlan/%s\":\"%s\"}".formatted(id, network));
  }

  @Test
  void projects_madeAndDeleted_areInTheListInBetween() {
    String project = site.freshName("hil-project");
    admin.put("/project/" + project).isDone();
    assertThat(admin.get("/projects").body()).contains('"' + project + '"');
    admin.get("/project/" + project + "/nodes").isJson("[]");
    admin.get("/project/" + project + "/networks").isJson("[]");
    admin.delete("/project/" + project).isDone();
    assertThat(admin.get("/projects").body()).doesNotContain(project);
  }

  @Test
  void networks_ofProject_areThoseItWasGranted() {
    String own = site.network(site.physicsProject);
    String granted = site.network("admin", site.biologyProject, "");
    String everybodys = site.network("admin", "", "");
    String access = "/network/" + granted + "/access/" + site.physicsProject;
    admin.put(access).isDone();
    assertThat(physics.get("/project/" + site.physicsProject + "/networks").body())
        .contains(own, granted)
        .doesNotContain(everybodys);
    admin
        .get("/network/" + granted)
        .isJson(
            admin
                .get("/network/" + granted)
                .body()
                .replaceFirst(
                    "\"access\":[^]]*]",
                    "'access':['%s','%s']".formatted(site.biologyProject, site.physicsProject)));
    physics.delete(access).isDone();
    assertThat(physics.get("/project/" + site.physicsProject + "/networks").body())
        .doesNotContain(granted);
  }

  @Test
  void networks_list_showsOthersOnlyPublicOnes() {
    String shared = site.network(site.physicsProject);
    String everybodys = site.network("admin", "", "");
    assertThat(admin.get("/networks").body())
        .containsPattern(
            "\"%s\":\\{\"network_id\":\"\\d+\",\"projects\":null}".formatted(everybodys))
        .containsPattern(
            "\"%s\":\\{\"network_id\":\"\\d+\",\"projects\":\\[\"%s\"]}"
                .formatted(shared, site.physicsProject));
    assertThat(physics.get("/networks").body()).contains(everybodys).doesNotContain(shared);
  }

  @Test
  void network_withIdOfTheAdministrator_hasIt() {
    String network = site.network("admin", "", "2950");
    admin
        .get("/network/" + network)
        .isJson(
            ("{'name':'%s','owner':'admin','access':null,"
                    + "'channels':['vlan/native','vlan/2950'],'connected-nodes':{}}")
                .formatted(network));
  }

  @Test
  void node_withMetadata_isShownAndDeleted() {
    String node = site.freshName("hil-node");
    admin
        .put(
            "/node/" + node,
            "{'obmd':{'uri':'https://o.example/','admin_token':''},'metadata':{'cores':8}}")
        .isDone();
    admin.put("/node/" + node + "/metadata/site", "{'value':{'rack':[1,null]}}").isDone();
    admin.put("/node/" + node + "/metadata/note", "{'value':'new'}").isDone();
    admin.delete("/node/" + node + "/metadata/cores").isDone();
    admin
        .get("/node/" + node)
        .is(
            200,
            ("{\"name\":\"%s\",\"project\":null,\"nics\":[],\"metadata\":"
                    + "{\"note\":\"\\\"new\\\"\",\"site\":\"{\\\"rack\\\":[1,null]}\"}}")
                .formatted(node));
    assertThat(admin.get("/nodes/whatever").body()).contains('"' + node + '"');
    admin.delete("/node/" + node).isDone();
  }

  @Test
  void node_asAdministrator_showsSwitchAndPort() {
    String node = site.bareNode();
    site.nic(node, "eth0");
    String unplugged = "{'label':'eth0','macaddr':'52:54:00:00:00:01','port':%s,'switch':%s,";
    assertThat(admin.get("/node/" + node).body())
        .contains(unplugged.formatted("null", "null").replace('\'', '"'));
    String port = site.port();
    site.plug(port, node, "eth0");
    String name = port.substring(port.lastIndexOf('/') + 1).replace("%2F", "/");
    assertThat(admin.get("/node/" + node).body())
        .contains(
            unplugged.formatted("'" + name + "'", "'" + site.switchName + "'").replace('\'', '"'));
  }
}
