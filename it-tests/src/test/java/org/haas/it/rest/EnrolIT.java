package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.haas.driver.emulator.RedfishEmulator;
import org.haas.driver.emulator.SelfSigned;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A controller with a certificate of its own making: looked at, compared, enrolled, used. */
class EnrolIT {
  private static final String PASSWORD = "enrol-secret";
  private static final SelfSigned OWN = SelfSigned.create();

  private static Site site;
  private static RedfishEmulator controller;

  @BeforeAll
  static void prepare() {
    site = new Site();
    controller = new RedfishEmulator(PASSWORD, OWN);
  }

  @AfterAll
  static void takeAway() throws IOException {
    controller.close();
    site.close();
  }

  @Test
  void certificate_notEnrolled_isRefusedUntilWhatWasShownIsPut() {
    String node = site.bareNode();
    String bmc = "v1/nodes/%s/bmc".formatted(node);
    site.admin.put(bmc, record("")).is(200);
    Site.until(
        () -> power(node), seen -> seen.body().contains("certificate") && seen.status() == 200);

    String shown = site.admin.get(bmc + "/certificate").is(200).json().getString("certificate");
    assertThat(shown).isEqualTo(OWN.fingerprint());

    site.admin.put(bmc, record(",\"certificate\":\"%s\"".formatted(shown))).is(200);
    Site.until(() -> power(node), seen -> seen.body().contains("\"state\":\"OFF\""));
  }

  @Test
  void certificate_ofWhatDoesNotAnswer_isBlockedWithItsWords() {
    String node = site.bareNode();
    String bmc = "v1/nodes/%s/bmc".formatted(node);
    String nobody =
        "{\"type\":\"redfish\",\"address\":\"https://127.0.0.1:9\",\"username\":\"u\","
            + "\"password\":\"x\"}";
    site.admin.put(bmc, nobody).is(200);
    Answer refused = site.admin.get(bmc + "/certificate").is(409);
    assertThat(refused.body()).contains("BMC of node " + node, "cannot be reached");
  }

  private static Answer power(String node) {
    return site.admin.get("v1/nodes/%s/power".formatted(node));
  }

  private static String record(String certificate) {
    return "{\"type\":\"redfish\",\"address\":\"%s\",\"username\":\"haas\",\"password\":\"%s\"%s}"
        .formatted(controller.address(), PASSWORD, certificate);
  }
}
