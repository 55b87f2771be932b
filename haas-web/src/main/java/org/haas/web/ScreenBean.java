package org.haas.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.haas.console.ScreenTicket;
import org.haas.console.Screens;
import org.primefaces.PrimeFaces;

/** Lets the person in to the screen of the headnode of a page. */
@Named("screen")
@RequestScoped
public class ScreenBean {
  @Inject private HeadnodeBean headnode;
  @Inject private Screens screens;

  /** Hands the page what opens the screen once, and where; or says why not. */
  public void admit() {
    Attempt.of(
        "screen-messages",
        () -> {
          ScreenTicket pass = screens.admit(headnode.label());
          PrimeFaces.Ajax answer = PrimeFaces.current().ajax();
          answer.addCallbackParam("ticket", pass.ticket());
          answer.addCallbackParam("path", pass.path());
        });
  }
}
