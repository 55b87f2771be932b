package org.haas.it.v0;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What HIL refuses, route by route, with its status codes and its words for the kinds of error. */
class HilRefusalsIT {
  private static final String NOT_FOUND = "NotFoundError";
  private static final String DUPLICATE = "DuplicateError";
  private static final String BLOCKED = "BlockedError";
  private static final String MISMATCH = "ProjectMismatchError";
  private static final String BAD = "BadArgumentError";
  private static final String INVALID = "ValidationError";
  private static final String NOT_ALLOWED = "AuthorizationError";

  private static HilSite site;
  private static HilClient admin;
  private static HilClient physics;
  private static HilClient biology;

  @BeforeAll
  static void makeSite() {
    site = new HilSite();
    admin = site.admin;
    physics = site.physics;
    biology = site.biology;
  }

  @AfterAll
  static void takeSiteAway() throws IOException {
    site.close();
  }

  @Test
  void projects_refusals() {
    String project = "/project/" + site.physicsProject;
    admin.put(project).isRefused(409, DUPLICATE);
    admin.delete("/project/hil-none").isRefused(404, NOT_FOUND);
    physics.get("/projects").isRefused(401, NOT_ALLOWED);
    physics.put("/project/hil-new").isRefused(401, NOT_ALLOWED);
    physics.delete(project).isRefused(401, NOT_ALLOWED);
    biology.get(project + "/nodes").isRefused(401, NOT_ALLOWED);
    biology.get(project + "/networks").isRefused(401, NOT_ALLOWED);
    admin.get("/project/hil-none/nodes").isRefused(404, NOT_FOUND);
    admin.get("/project/hil-none/networks").isRefused(404, NOT_FOUND);
  }

  @Test
  void projectDelete_whileItHasSomething_isBlocked() {
    String project = site.freshName("hil-project");
    admin.put("/project/" + project).isDone();
    String network = site.network("admin", project, "");
    admin.delete("/project/" + project).isRefused(409, BLOCKED);
    admin.delete("/network/" + network).isDone();
    String own = site.network(project);
    admin.delete("/project/" + project).isRefused(409, BLOCKED);
    admin.delete("/network/" + own).isDone();
    String node = "{'node':'%s'}".formatted(site.bareNode());
    admin.post("/project/" + project + "/connect_node", node).isDone();
    admin.delete("/project/" + project).isRefused(409, BLOCKED);
    admin.post("/project/" + project + "/detach_node", node).isDone();
    admin.delete("/project/" + project).isDone();
  }

  @Test
  void connectAndDetachNode_refusals() {
    String held = "{'node':'%s'}".formatted(site.physicsNode());
    String free = "{'node':'%s'}".formatted(site.bareNode());
    String none = "{'node':'hil-none'}";
    String own = "/project/" + site.physicsProject;
    String other = "/project/" + site.biologyProject;
    physics.post(own + "/connect_node", held).isRefused(409, BLOCKED);
    biology.post(other + "/connect_node", held).isRefused(409, BLOCKED);
    physics.post(other + "/connect_node", free).isRefused(401, NOT_ALLOWED);
    physics.post(own + "/connect_node", none).isRefused(404, NOT_FOUND);
    admin.post("/project/hil-none/connect_node", free).isRefused(404, NOT_FOUND);
    biology.post(other + "/detach_node", held).isRefused(404, NOT_FOUND);
    physics.post(own + "/detach_node", free).isRefused(404, NOT_FOUND);
    physics.post(own + "/detach_node", none).isRefused(404, NOT_FOUND);
    biology.post(own + "/detach_node", held).isRefused(401, NOT_ALLOWED);
  }

  @Test
  void nodes_refusals() {
    String obmd = "{'obmd':{'uri':'http://o.example','admin_token':'t'}}";
    String node = "/node/" + site.physicsNode();
    admin.put(node, obmd).isRefused(409, DUPLICATE);
    admin.put("/node/hil-x", "{}").isRefused(400, INVALID);
    admin.put("/node/hil-x", obmd.replace("http", "ftp")).isRefused(400, INVALID);
    admin.put("/node/hil-x", obmd.replace("}}", ",'x':1}}")).isRefused(400, INVALID);
    admin.put("/node/hil-x", obmd.replace(",'admin_token':'t'", "")).isRefused(400, INVALID);
    physics.put("/node/hil-x", obmd).isRefused(401, NOT_ALLOWED);
    admin.delete(node).isRefused(409, BLOCKED);
    physics.delete(node).isRefused(401, NOT_ALLOWED);
    admin.delete("/node/hil-none").isRefused(404, NOT_FOUND);
    biology.get(node).isRefused(401, NOT_ALLOWED);
    physics.get("/node/hil-none").isRefused(404, NOT_FOUND);
    biology.put(node + "/obm", "{'enabled':true}").isRefused(401, NOT_ALLOWED);
    physics.put(node + "/obm", "{'enabled':'yes'}").isRefused(400, INVALID);
    physics.put(node + "/metadata/a", "{'value':1}").isRefused(401, NOT_ALLOWED);
    admin.put(node + "/metadata/a", "{}").isRefused(400, INVALID);
    admin.delete(node + "/metadata/a").isRefused(404, NOT_FOUND);
    admin.put("/node/hil-none/metadata/a", "{'value':1}").isRefused(404, NOT_FOUND);
  }

  @Test
  void nics_refusals() {
    String node = "/node/" + site.physicsNode();
    String mac = "{'macaddr':'52:54:00:00:00:09'}";
    admin.put(node + "/nic/eth0", mac).isRefused(409, DUPLICATE);
    admin.put("/node/hil-none/nic/eth0", mac).isRefused(404, NOT_FOUND);
    admin.put(node + "/nic/eth9", "{'macaddr':'x'}").isRefused(400, BAD);
    admin.put(node + "/nic/eth9", "{}").isRefused(400, INVALID);
    physics.put(node + "/nic/eth9", mac).isRefused(401, NOT_ALLOWED);
    admin.delete(node + "/nic/eth0").isRefused(409, BLOCKED);
    admin.delete("/node/" + site.bareNode() + "/nic/eth0").isRefused(404, NOT_FOUND);
    physics.delete(node + "/nic/eth0").isRefused(401, NOT_ALLOWED);
  }

  @Test
  void connectNetwork_refusals() {
    String name = site.physicsNode();
    String nic = "/node/" + name + "/nic/eth0";
    String network = site.network(site.physicsProject);
    String other = site.network(site.biologyProject);
    String wanted = "{'network':'%s'}".formatted(network);
    physics
        .post(nic + "/connect_network", "{'network':'%s'}".formatted(other))
        .isRefused(409, MISMATCH);
    physics
        .post(nic + "/connect_network", "{'network':'%s','channel':'vlan/4094'}".formatted(network))
        .isRefused(400, BAD);
    physics
        .post(nic + "/connect_network", "{'network':'%s','channel':'x'}".formatted(network))
        .isRefused(400, BAD);
    physics.post(nic + "/connect_network", "{'network':'hil-none'}").isRefused(404, NOT_FOUND);
    physics.post("/node/" + name + "/nic/x/connect_network", wanted).isRefused(404, NOT_FOUND);
    physics.post("/node/hil-none/nic/x/connect_network", wanted).isRefused(404, NOT_FOUND);
    biology.post(nic + "/connect_network", wanted).isRefused(401, NOT_ALLOWED);
    physics.post(nic + "/detach_network", wanted).isRefused(400, BAD);
    admin
        .post("/node/" + site.node() + "/nic/eth0/connect_network", wanted)
        .isRefused(409, MISMATCH);

    site.awaitDone(physics.post(nic + "/connect_network", wanted).statusId(202));
    physics.post(nic + "/connect_network", wanted).isRefused(409, BLOCKED);
    String second = "{'network':'%s'}".formatted(site.network(site.physicsProject));
    physics.post(nic + "/connect_network", second).isRefused(409, BLOCKED);
    physics.delete("/network/" + network).isRefused(409, BLOCKED);
    physics
        .post("/project/" + site.physicsProject + "/detach_node", "{'node':'%s'}".formatted(name))
        .isRefused(409, BLOCKED);
    biology.post(nic + "/detach_network", wanted).isRefused(401, NOT_ALLOWED);
  }

  @Test
  void connectNetwork_nicWithoutPort_isNotFound() {
    String node = site.bareNode();
    site.nic(node, "eth0");
    site.hold(site.physicsProject, node);
    String network = site.network(site.physicsProject);
    physics
        .post("/node/" + node + "/nic/eth0/connect_network", "{'network':'%s'}".formatted(network))
        .isRefused(404, NOT_FOUND);
  }

  @Test
  void networkCreate_refusals() {
    String path = "/network/" + site.freshName("hil-net");
    String project = site.physicsProject;
    String form = "{'owner':'%s','access':'%s','net_id':'%s'}";
    physics.put(path, form.formatted(project, "", "")).isRefused(400, BAD);
    physics.put(path, form.formatted(project, site.biologyProject, "")).isRefused(400, BAD);
    physics.put(path, form.formatted(project, project, "100")).isRefused(400, BAD);
    physics.put(path, form.formatted("admin", "", "")).isRefused(401, NOT_ALLOWED);
    biology.put(path, form.formatted(project, "", "")).isRefused(401, NOT_ALLOWED);
    admin.put(path, form.formatted("hil-none", "hil-none", "")).isRefused(404, NOT_FOUND);
    admin.put(path, form.formatted("admin", "hil-none", "")).isRefused(404, NOT_FOUND);
    admin.put(path, form.formatted("admin", "", "4095")).isRefused(400, BAD);
    admin.put(path, form.formatted("admin", "", "x")).isRefused(400, BAD);
    admin.put(path, "{'owner':'admin','access':''}").isRefused(400, INVALID);
    String taken = site.network(project);
    admin.put("/network/" + taken, form.formatted("admin", "", "")).isRefused(409, DUPLICATE);
  }

  @Test
  void networks_refusals() {
    String network = "/network/" + site.network(site.physicsProject);
    biology.get(network).isRefused(401, NOT_ALLOWED);
    biology.delete(network).isRefused(401, NOT_ALLOWED);
    biology.get(network + "/attachments").isRefused(401, NOT_ALLOWED);
    physics
        .get("/network/" + site.network("admin", "", "") + "/attachments")
        .isRefused(401, NOT_ALLOWED);
    physics
        .get(network + "/attachments?project=" + site.biologyProject)
        .isRefused(401, NOT_ALLOWED);
    physics.get(network + "/attachments?project=hil-none").isRefused(404, NOT_FOUND);
    physics.get("/network/hil-none").isRefused(404, NOT_FOUND);
    physics.delete("/network/hil-none").isRefused(404, NOT_FOUND);
    physics.get("/networking_action/" + UUID.randomUUID()).isRefused(404, NOT_FOUND);
    physics.get("/networking_action/x").isRefused(404, NOT_FOUND);
  }

  @Test
  void networkAccess_refusals() {
    String network = "/network/" + site.network(site.physicsProject);
    String guest = network + "/access/" + site.biologyProject;
    biology.put(guest).isRefused(401, NOT_ALLOWED);
    physics.delete(guest).isRefused(404, NOT_FOUND);
    physics.put(guest).isDone();
    physics.put(guest).isRefused(409, DUPLICATE);
    physics.put(network + "/access/hil-none").isRefused(404, NOT_FOUND);
    physics.delete(network + "/access/hil-none").isRefused(404, NOT_FOUND);
    physics.put("/network/hil-none/access/" + site.biologyProject).isRefused(404, NOT_FOUND);
    physics.delete(network + "/access/" + site.physicsProject).isRefused(409, BLOCKED);
    biology.delete(network + "/access/" + site.physicsProject).isRefused(401, NOT_ALLOWED);
    biology.delete(guest).isDone();
  }
}
