package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/**
 * Who PostgreSQL runs as, since it refuses to run as root: the caller; or root in a user namespace
 * where root is nobody; or, where there are no user namespaces, the user nobody.
 *
 * @param prefix what a command begins with to run as that account, in the same process
 * @param nobody whether its files belong to the user nobody
 */
record Account(List<String> prefix, boolean nobody) {
  private static final List<String> NAMESPACE = List.of("unshare", "--user", "--");
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--");

  /**
   * @throws Failure when the caller is root and neither way is open
   */
  static Account found() throws IOException, InterruptedException {
    if (!Tool.run(List.of("id", "-u")).strip().equals("0")) {
      return new Account(List.of(), false);
    }
    if (Tool.succeeds(with(NAMESPACE, List.of("true")))) {
      return new Account(NAMESPACE, false);
    }
    if (Tool.succeeds(with(NOBODY, List.of("true")))) {
      return new Account(NOBODY, true);
    }
    throw new Failure(
        "PostgreSQL does not run as root, and neither user namespaces (unshare) nor setpriv work"
            + " here: start HaaS as another user.");
  }

  List<String> command(List<String> command) {
    return with(prefix, command);
  }

  /**
   * Makes a folder the account's own.
   *
   * @param state every folder from there to the given one is opened for passing through
   */
  void give(Path folder, Path state) throws IOException, InterruptedException {
    if (!nobody) {
      return;
    }
    for (Path each = folder.getParent(); each.startsWith(state); each = each.getParent()) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx--x--x"));
    }
    UserPrincipal user =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(folder, user);
    if (!Tool.succeeds(command(List.of("test", "-w", folder.toString())))) {
      throw new Failure(
          "PostgreSQL runs as the user nobody here, who cannot reach %s: set HAAS_STATE to a folder"
                  .formatted(folder)
              + " below one that everybody may enter, such as /var/lib/haas.");
    }
  }

  private static List<String> with(List<String> prefix, List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }
}
