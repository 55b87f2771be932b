package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** HIL's users, the routes that this version does not serve, and what is neither. */
class HilUsersIT {
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
  void user_madeAddedAndDeleted_canLogInInBetween() {
    String name = site.freshName("hil-user");
    String user = "/auth/basic/user/" + name;
    String password = UUID.randomUUID().toString();
    String project = "{'project':'%s'}".formatted(site.physicsProject);
    admin.put(user, "{'password':'%s','is_admin':false}".formatted(password)).isDone();
    admin.put(user, "{'password':'%s'}".formatted(password)).isRefused(409, "DuplicateError");
    admin.post(user + "/add_project", project).isDone();
    admin.post(user + "/add_project", project).isRefused(409, "DuplicateError");
    assertThat(admin.get("/auth/basic/users").body())
        .contains(
            "\"%s\":{\"is_admin\":false,\"projects\":[\"%s\"]}"
                .formatted(name, site.physicsProject));

    HilClient fresh = HilClient.of(name, password);
    fresh.get("/project/" + site.physicsProject + "/nodes").isJson("[]");
    fresh.get("/projects").isRefused(401, "AuthorizationError");
    admin.patch(user, "{'is_admin':true}").isDone();
    assertThat(fresh.get("/projects").status()).isEqualTo(200);
    admin.patch(user, "{'is_admin':false}").isDone();
    fresh.get("/projects").isRefused(401, "AuthorizationError");

    admin.post(user + "/remove_project", project).isDone();
    admin.post(user + "/remove_project", project).isRefused(404, "NotFoundError");
    fresh.get("/project/" + site.physicsProject + "/nodes").isRefused(401, "AuthorizationError");
    admin.delete(user).isDone();
    fresh.get("/nodes/free").isRefused(401, "AuthorizationError");
    admin.delete(user).isRefused(404, "NotFoundError");
  }

  @Test
  void addProject_manager_staysManager() {
    admin
        .post("/auth/basic/user/physics/add_project", "{'project':'physics'}")
        .isRefused(409, "DuplicateError");
  }

  @Test
  void users_unknownNames_areNotFound() {
    String project = "{'project':'%s'}".formatted(site.physicsProject);
    admin.post("/auth/basic/user/hil-nobody/add_project", project).isRefused(404, "NotFoundError");
    admin
        .post("/auth/basic/user/physics/add_project", "{'project':'hil-none'}")
        .isRefused(404, "NotFoundError");
    admin.patch("/auth/basic/user/hil-nobody", "{'is_admin':true}").isRefused(404, "NotFoundError");
    admin.patch("/auth/basic/user/%20%0D%0A", "{'is_admin':true}").isRefused(404, "NotFoundError");
  }

  @Test
  void setAdmin_oneself_isIllegalState() {
    admin.patch("/auth/basic/user/admin", "{'is_admin':false}").isRefused(409, "IllegalStateError");
  }

  @Test
  void users_noAdministrator_isRefused() {
    String project = "{'project':'%s'}".formatted(site.physicsProject);
    physics.get("/auth/basic/users").isRefused(401, "AuthorizationError");
    physics.put("/auth/basic/user/x", "{'password':'x'}").isRefused(401, "AuthorizationError");
    physics.delete("/auth/basic/user/biology").isRefused(401, "AuthorizationError");
    physics
        .post("/auth/basic/user/biology/add_project", project)
        .isRefused(401, "AuthorizationError");
    physics
        .post("/auth/basic/user/physics/remove_project", project)
        .isRefused(401, "AuthorizationError");
    physics
        .patch("/auth/basic/user/physics", "{'is_admin':true}")
        .isRefused(401, "AuthorizationError");
  }

  @Test
  void power_ofANode_needsItsProjectAndItsObm() {
    String node = "/node/" + site.physicsNode();
    physics.post(node + "/power_on").isRefused(409, "BlockedError");
    physics.get(node + "/power_status").isRefused(409, "BlockedError");
    physics.get(node + "/console").isRefused(409, "BlockedError");
    site.biology.post(node + "/power_off").isRefused(401, "AuthorizationError");
    physics.post("/node/hil-none/power_off").isRefused(404, "NotFoundError");
    physics.put(node + "/obm", "{'enabled':true}").isDone();
    String name = node.substring(6);
    String token = site.daemon.token(name).orElseThrow();
    String there = "%s/%%s?token=%s".formatted(site.daemon.url(name), token.replace("+", "%%2B"));
    physics.post(node + "/power_on").isSentTo(there.formatted("power_on"));
    physics.post(node + "/power_off", "{}").isSentTo(there.formatted("power_off"));
    physics.post(node + "/power_cycle", "{'force':true}").isSentTo(there.formatted("power_cycle"));
    physics
        .put(node + "/boot_device", "{'bootdev':'pxe'}")
        .isSentTo(there.formatted("boot_device"));
    physics.get(node + "/power_status").isSentTo(there.formatted("power_status"));
    physics.get(node + "/console").isSentTo(there.formatted("console"));
    site.biology.post(node + "/power_off").isRefused(401, "AuthorizationError");
    physics.put(node + "/obm", "{'enabled':true}").isDone();
    assertThat(site.daemon.token(name)).as("enabled twice").contains(token);
    String detach = "{'node':'%s'}".formatted(node.substring(6));
    physics
        .post("/project/" + site.physicsProject + "/detach_node", detach)
        .isRefused(409, "BlockedError");
    physics.put(node + "/obm", "{'enabled':false}").isDone();
    assertThat(site.daemon.token(name)).as("disabled").isEmpty();
    physics.post("/project/" + site.physicsProject + "/detach_node", detach).isDone();
    physics.post(node + "/power_on").isRefused(401, "AuthorizationError");
  }

  @Test
  void headnodes_unknown_areNotFound() {
    String headnode = "/headnode/hil-head";
    String made = "{'project':'%s','base_img':'no-such-image'}".formatted(site.physicsProject);
    physics.put(headnode, made).isRefused(400, "BadArgumentError");
    site.biology.put(headnode, made).isRefused(401, "AuthorizationError");
    physics.get(headnode).isRefused(404, "NotFoundError");
    physics.delete(headnode).isRefused(404, "NotFoundError");
    physics.post(headnode + "/start").isRefused(404, "NotFoundError");
    physics.put(headnode + "/hnic/eth0").isRefused(404, "NotFoundError");
    physics.get("/project/" + site.physicsProject + "/headnodes").isJson("[]");
    physics.get("/project/hil-none/headnodes").isRefused(404, "NotFoundError");
  }

  @Test
  void headnodeImages_withoutSlash_redirects() {
    HilAnswer answer = physics.get("/headnode_images");
    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.location().orElseThrow()).endsWith("/api/v0/headnode_images/");
  }

  @Test
  void extensions_areTheModules() {
    admin.get("/active_extensions").isJson("['haas-drivers','haas-ejb','haas-rest','haas-web']");
    physics.get("/active_extensions").isRefused(401, "AuthorizationError");
  }
}
