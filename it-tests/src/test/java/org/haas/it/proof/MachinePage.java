package org.haas.it.proof;

import com.microsoft.playwright.Locator;
import org.haas.it.web.Visitor;

/** A machine that boots in the hands of a member who has its page and nothing else. */
final class MachinePage {
  private static final String NIC = "nic1";

  private final Visitor member;
  private final ConsolePanel console;
  private final String name;
  private String mac;

  MachinePage(Visitor member, String name) {
    this.member = member;
    this.name = name;
    this.console = new ConsolePanel(member);
  }

  private void open() {
    member.link("Overview").click();
    member.link(name).click();
    member.sees(member.page().locator("h1").getByText(name));
  }

  private Locator done(String what) {
    return member.page().locator("#history tr[data-state=DONE]").getByText(what);
  }

  /** Connects it, and has it start from the network while its console is open. */
  void bootsFrom(String network) {
    open();
    mac = member.page().locator("tr:has-text('%s') th .mono".formatted(NIC)).first().innerText();
    member.button("Connect… " + NIC).click();
    member.page().locator("#network").selectOption(network);
    member.button("Connect").click();
    member.sees(member.button("Detach %s %s".formatted(network, NIC)));
    console.open();
    member.page().locator("#boot-device").selectOption("pxe");
    member.button("Set").click();
    member.sees(done("boot from pxe once"));
    member.button("Power cycle…").click();
    member.button("Do it").click();
    member.sees(done("power cycle"));
  }

  /** Comes back to its console, which shows that it was answered by that address. */
  void installsFrom(String address) {
    open();
    console.open();
    console.shows("Installing %s from %s".formatted(mac, address));
  }

  /** Takes it off the network and gives it back; returns when anybody may have it. */
  void isGivenBack(String network) {
    open();
    member.button("Detach %s %s".formatted(network, NIC)).click();
    member.sees(member.page().getByText("parked"));
    member.button("Release…").click();
    member.button("Release").click();
    member.sees(member.page().getByText("Nobody holds it"));
    member.sees(member.page().locator("#release-steps li[data-step=power][data-state=DONE]"));
  }
}
