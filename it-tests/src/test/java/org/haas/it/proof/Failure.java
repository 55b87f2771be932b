package org.haas.it.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.haas.spi.PortName;

/**
 * Something that is wrong with one of four switches for a while.
 *
 * @param device which
 * @param from when it begins, in milliseconds after the change-set was applied; 0 is before
 * @param until when it ends; {@link #HELD} is after the outcome was seen
 */
record Failure(int device, Kind kind, PortName port, int characters, long from, long until) {
  static final long HELD = Long.MAX_VALUE;
  private static final int LATEST = 600;
  private static final int LONGEST = 2000;
  private static final int MOST_CHARACTERS = 6000;

  /** What is wrong. */
  enum Kind {
    HANG,
    GARBAGE,
    CUT,
    REFUSED,
    FORGOTTEN;

    /** Whether nothing at all can be learnt from the switch. */
    boolean isSilence() {
      return this == HANG || this == GARBAGE;
    }
  }

  /** None, or some, at most one for each switch. */
  static List<Failure> some(Quartet quartet, Random random) {
    List<Failure> some = new ArrayList<>();
    for (int device = 0; device < quartet.devices.size(); device++) {
      if (random.nextInt(4) == 0) {
        some.add(one(device, quartet.devices.get(device).ports(), random));
      }
    }
    return some;
  }

  private static Failure one(int device, List<PortName> ports, Random random) {
    long from = random.nextBoolean() ? 0 : random.nextInt(LATEST);
    return new Failure(
        device,
        Kind.values()[random.nextInt(Kind.values().length)],
        ports.get(random.nextInt(ports.size())),
        random.nextInt(MOST_CHARACTERS),
        from,
        random.nextBoolean() ? HELD : from + 1 + random.nextInt(LONGEST));
  }

  void begin(Emulated.Trouble trouble) {
    switch (kind) {
      case HANG -> trouble.hang();
      case GARBAGE -> trouble.garbage();
      case CUT -> trouble.cutAfter(characters);
      case REFUSED -> trouble.refuse(port);
      case FORGOTTEN -> trouble.forget(port);
    }
  }

  /** Whether the switch says nothing from before the change-set until after its outcome. */
  boolean isLongSilence() {
    return kind.isSilence() && from == 0 && until == HELD;
  }
}
