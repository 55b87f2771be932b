package org.haas.it.proof;

import com.microsoft.playwright.Locator;
import org.haas.it.web.Visitor;

/** A headnode of the lab's image in the hands of a member who has its page and nothing else. */
final class HeadnodePage {
  private static final String SCRIPT =
      "printf '#!ipxe\\necho Installing ${net0/mac} from ${next-server}\\nsleep 3600\\n' >/srv/boot.ipxe";

  private final Visitor member;
  private final ConsolePanel console;
  private final String name;

  private HeadnodePage(Visitor member, String name) {
    this.member = member;
    this.name = name;
    this.console = new ConsolePanel(member);
  }

  /** Makes one that does not run yet, and stays at its page. */
  static HeadnodePage make(Visitor member, String name, String publicKey) {
    member.link("Headnodes").click();
    member.button("Create your first headnode…").click();
    member.fill("#name", name);
    member.page().locator("#image").selectOption("headnode");
    member.fill("#memory", "256");
    member.fill("#disk", "1");
    member.fill("#keys", publicKey);
    member.page().locator("#start").uncheck();
    member.button("Create").click();
    HeadnodePage made = new HeadnodePage(member, name);
    member.sees(made.step("seed", "DONE"));
    made.is("stopped");
    return made;
  }

  private Locator step(String step, String state) {
    return member
        .page()
        .locator("#progress .station[data-step=%s][data-state=%s]".formatted(step, state));
  }

  private void is(String state) {
    member.sees(member.page().locator("h1 .state").getByText(state));
  }

  /** Gives it a NIC eth0 with that address, on that network. */
  void connect(String address, String network) {
    member.button("Add a NIC…").click();
    member.fill("#nic-address", address);
    member.button("Add").click();
    member.button("Connect… eth0").click();
    member.page().locator("#network").selectOption(network);
    member.button("Connect").click();
    member.sees(member.page().locator("tr[data-nic=eth0][data-settled=true]").getByText(network));
  }

  /** Starts it, with its console open. */
  void start() {
    console.ask();
    member.button("Start").click();
    member.sees(step("up", "DONE"));
    is("running");
    console.isConnected();
    console.shows("HEADNODE " + name + " is up");
    console.isLeftAlone();
  }

  /** Has it say at its console that it knows the key. */
  void knows(String publicKey) {
    console.types("cut -c 1-60 /root/.ssh/authorized_keys");
    console.shows(publicKey.substring(0, 60));
  }

  /** Has it serve what machines say when they boot, by keys typed at its console. */
  void servesPxe(String address) {
    console.types(SCRIPT);
    console.types("pxe eth0");
    console.shows("PXE is served on eth0 at " + address);
  }

  /** Deletes it, running as it is. */
  void delete() {
    member.link("Headnodes").click();
    member.link(name).click();
    member.button("Delete…").click();
    member.fill("#typed", name);
    member.button("Delete").click();
    member.sees(member.page().getByText("No headnode yet"));
  }
}
