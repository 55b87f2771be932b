package org.haas.config;

/**
 * What the headnodes of a project may have together.
 *
 * @param headnodes how many there may be
 * @param cpus processors
 * @param memoryMib memory in MiB
 * @param diskGib disk in GiB
 */
public record HeadnodeLimits(int headnodes, int cpus, int memoryMib, int diskGib) {
  /** More than any site has, and less than what an int holds when it is added up. */
  public static final int MOST = 10_000_000;

  private static final int PARTS = 4;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public HeadnodeLimits {
    if (isWrong(headnodes) || isWrong(cpus) || isWrong(memoryMib) || isWrong(diskGib)) {
      throw new IllegalArgumentException("A limit is a number from 0 to %d.".formatted(MOST));
    }
  }

  /**
   * Reads {@code 5,10,16384,200}.
   *
   * @throws IllegalArgumentException with a sentence that shows what was given
   */
  public static HeadnodeLimits parse(String text) {
    String[] part = text.trim().split("\\s*,\\s*", -1);
    if (part.length != PARTS || !text.matches("[0-9, ]{1,50}") || text.matches(".*\\d{9}.*")) {
      throw new IllegalArgumentException(
          "haas.headnode.limits is four numbers (headnodes, processors, MiB, GiB), such as"
              + " 5,10,16384,200; not: "
              + text);
    }
    return new HeadnodeLimits(
        Integer.parseInt(part[0]),
        Integer.parseInt(part[1]),
        Integer.parseInt(part[2]),
        Integer.parseInt(part[3]));
  }

  private static boolean isWrong(int limit) {
    return limit < 0 || limit > MOST;
  }
}
