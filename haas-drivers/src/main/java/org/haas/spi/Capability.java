package org.haas.spi;

/** What a switch can do that not all can. */
public enum Capability {
  /**
   * A port may carry tagged VLANs without a native one (HIL: {@code nativeless-trunk-mode}).
   * Without it the native network is connected first and detached last.
   */
  NATIVELESS_TRUNK("nativeless-trunk-mode");

  private final String hilName;

  Capability(String hilName) {
    this.hilName = hilName;
  }

  /** The name that HIL's API uses. */
  public String hilName() {
    return hilName;
  }
}
