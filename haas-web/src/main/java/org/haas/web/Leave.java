package org.haas.web;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Goes on to another page of ours, after what was done on this one. */
final class Leave {
  private Leave() {}

  /** To that address, from the root. */
  static void to(String address) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
