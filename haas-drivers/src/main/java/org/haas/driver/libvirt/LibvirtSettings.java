package org.haas.driver.libvirt;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of an endpoint, checked.
 *
 * @param pool the storage pool of disks and seeds
 * @param images the storage pool of base images
 * @param socket where libvirt listens on its host
 * @param wiring what NICs are plugged into
 * @param type libvirt's type of its machines: {@code kvm}, or {@code qemu} for software emulation
 * @param screens the folder of the graphical consoles' sockets; empty: libvirt's own
 * @param offload whether NICs may leave checksums to the host
 */
record LibvirtSettings(
    String pool,
    String images,
    String socket,
    String screens,
    Wiring wiring,
    String type,
    boolean offload) {
  static final Set<String> KEYS =
      Set.of("pool", "images", "socket", "screens", "bridge", "bridges", "accelerator", "offload");

  private static final String DEFAULT_SOCKET = "/run/libvirt/libvirt-sock";

  /** What Linux has room for. */
  private static final int LONGEST_SOCKET = 107;

  /** A slash and an id. */
  private static final int LONGEST_FOLDER = LONGEST_SOCKET - 37;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._-]+){1,20}");

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  static LibvirtSettings of(Map<String, String> settings) {
    String pool = name(settings, "pool", "haas");
    return new LibvirtSettings(
        pool,
        name(settings, "images", pool + "-images"),
        socket(settings.getOrDefault("socket", DEFAULT_SOCKET)),
        screens(settings.getOrDefault("screens", "")),
        Wiring.of(settings),
        choice(settings, "accelerator", "kvm", "tcg").equals("kvm") ? "kvm" : "qemu",
        choice(settings, "offload", "on", "off").equals("on"));
  }

  private static String screens(String folder) {
    if (!folder.isEmpty() && (!isPath(folder) || folder.length() > LONGEST_FOLDER)) {
      throw new IllegalArgumentException(
          "The setting screens is the absolute path of a folder, of at most %d letters, digits, dots,"
                  .formatted(LONGEST_FOLDER)
              + " underscores and dashes, as paths of sockets are short.");
    }
    return folder;
  }

  private static boolean isPath(String text) {
    return PATH.matcher(text).matches() && !(text + "/").contains("/../");
  }

  static String socket(String path) {
    if (!isPath(path) || path.length() > LONGEST_SOCKET) {
      throw new IllegalArgumentException(
          "The socket of libvirt is an absolute path of letters, digits, dots, underscores and"
              + " dashes, such as /run/libvirt/libvirt-sock.");
    }
    return path;
  }

  static String name(Map<String, String> settings, String key, String otherwise) {
    String value = settings.getOrDefault(key, otherwise);
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The setting %s is a name of letters, digits, dots, underscores and dashes."
              .formatted(key));
    }
    return value;
  }

  private static String choice(
      Map<String, String> settings, String key, String usual, String other) {
    String value = settings.getOrDefault(key, usual);
    if (!value.equals(usual) && !value.equals(other)) {
      throw new IllegalArgumentException(
          "The setting %s is %s or %s.".formatted(key, usual, other));
    }
    return value;
  }
}
