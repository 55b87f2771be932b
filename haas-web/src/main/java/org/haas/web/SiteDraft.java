package org.haas.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * The site document that an administrator looks at before it is applied: the last one that he gave.
 * It may hold passwords of switches, so it goes when it was applied, and with the session.
 */
@SessionScoped
public class SiteDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String id = "";
  private byte[] document = {};
  private boolean written;

  /**
   * Keeps a document.
   *
   * @param byHand whether it was written into the page, and may be shown there again
   * @return its name in addresses
   */
  public synchronized String keep(byte[] json, boolean byHand) {
    id = UUID.randomUUID().toString();
    document = json.clone();
    written = byHand;
    return id;
  }

  /** The document of that name, if it is the last one. */
  public synchronized Optional<byte[]> document(String name) {
    return !id.isEmpty() && id.equals(name) ? Optional.of(document.clone()) : Optional.empty();
  }

  /** Whether the last one was written into the page. */
  public synchronized boolean isWritten() {
    return written;
  }

  /** Keeps it no longer. */
  public synchronized void forget() {
    id = "";
    document = new byte[0];
  }
}
