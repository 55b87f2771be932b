package org.haas.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilterTest {
  @ParameterizedTest
  @CsvSource({
    "/,/overview.xhtml",
    "/nodes,/nodes.xhtml",
    "/nodes/node-03,/node.xhtml?name=node-03",
    "/networks/lab.1,/network.xhtml?name=lab.1",
    "/changes,/changes.xhtml",
    "/changes/0a-1,/change.xhtml?name=0a-1",
    "/headnodes,/headnodes.xhtml",
    "/headnodes/pxe-1,/headnode.xhtml?name=pxe-1",
    "/projects,/projects.xhtml",
    "/projects/physics/,/project.xhtml?name=physics",
    "/topology,/topology.xhtml",
    "/activity,/activity.xhtml",
    "/search,/search.xhtml",
    "/signed-out,/signed-out.xhtml",
    "/admin/inventory,/inventory.xhtml",
    "/admin/inventory/nodes,/inventory-nodes.xhtml",
    "/admin/inventory/nodes/node-03,/inventory-node.xhtml?name=node-03",
    "/admin/inventory/switches/tor-1,/inventory-switch.xhtml?name=tor-1",
    "/admin/inventory/hypervisors,/inventory-hypervisors.xhtml",
    "/admin/inventory/hypervisors/host-1,/inventory-hypervisor.xhtml?name=host-1",
    "/admin/inventory/import,/inventory-import.xhtml",
    "/admin/health,/health.xhtml",
    "/admin/maintenance,/maintenance.xhtml",
    "/admin/audit,/audit.xhtml"
  })
  void file_addressOfAPage_isTheFileBehindIt(String address, String file) {
    assertThat(PageFilter.file(address)).hasValue(file);
  }

  @Test
  void file_emptyAddress_isTheOverview() {
    assertThat(PageFilter.file("")).hasValue("/overview.xhtml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nodes.xhtml",
        "/nodes/a/b",
        "/nodes/a?b",
        "/activity/x",
        "/inventory",
        "/admin",
        "/admin/nodes",
        "/admin/inventory/switches",
        "/admin/inventory/document",
        "/nodes/../WEB-INF/web.xml",
        "/live"
      })
  void file_anythingElse_isNone(String address) {
    assertThat(PageFilter.file(address)).isEmpty();
  }
}
