package org.haas.web;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Leads to another page after something was done. */
final class Navigation {
  private Navigation() {}

  /** Goes to that address. */
  static void go(String address) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
