package org.haas.web.login;

import java.net.URI;
import java.util.List;

/** The portal's own addresses. */
public final class Paths {
  /** Shown after the logout, without a login. */
  public static final String SIGNED_OUT = "/signed-out";

  /** The page that the portal opens with. */
  public static final String START = "/";

  private static final List<String> PAGES =
      List.of(
          "/nodes",
          "/networks",
          "/headnodes",
          "/projects",
          "/changes",
          "/topology",
          "/activity",
          "/search",
          "/tokens",
          "/admin");

  private Paths() {}

  /**
   * Where to go on: the address, if it is one of our pages, else the start. Nobody is sent to
   * another site, nor to an address that does something.
   *
   * @param address absolute, or from the root; may be null
   * @param publicUrl where the portal is
   */
  public static String ownPage(String address, URI publicUrl) {
    if (address == null) {
      return START;
    }
    String own = publicUrl + "/";
    String page = address.startsWith(own) ? address.substring(own.length() - 1) : address;
    boolean clean = page.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    String path = page.split("\\?", 2)[0];
    return clean && PAGES.stream().anyMatch(known -> isUnder(path, known)) ? page : START;
  }

  private static boolean isUnder(String path, String page) {
    return path.equals(page) || path.startsWith(page + "/");
  }
}
