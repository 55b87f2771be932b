package org.haas.driver.ssh;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The rows of a {@link CommandTable}. Those marked so may be missing. */
enum TableRow {
  /** Expression: the whole last line when it is our turn; group 1 is the switch's name. */
  PROMPT,
  /** Expression: a pager waits for a key at the end of the last line. May be missing. */
  MORE,
  /**
   * Expression, {@code " => "} and an answer, which may be <code>{username}</code> or <code>
   * {secret}</code>: a question at the end of the last line. An answer of one letter is a key, and
   * Enter follows only if nothing comes. May be missing, may be repeated.
   */
  ASK,
  /** Commands after login, when the prompt ends with {@code >}. May be missing. */
  ENABLE,
  /** Commands after login. May be missing. */
  START,
  /** Expression: somewhere in the answer to any command that was refused. */
  REFUSED,
  /** Commands into configuration mode. */
  CONFIGURE,
  /** Commands out of it from whatever mode; on systems with a candidate they apply it. */
  END,
  /**
   * Commands that forget a candidate and leave its mode. May be missing: lines take effect one by
   * one. With it, what cuts ports off is a candidate of its own, applied before the rest begins.
   */
  ABORT,
  /** Commands that create VLANs or make them active. */
  VLAN,
  /** Commands that delete VLANs. */
  NO_VLAN,
  /** Commands into a port's mode, and out of it. */
  PORT,
  /**
   * Commands into the mode of several ports at once, whose names, with commas between, are <code>
   * {ports}</code>; lines do there to each what they do in its own. May be missing: then one port
   * is changed after the other.
   */
  PORTS,
  /** As above. */
  LEAVE,
  /** Commands after which a port carries nothing, whatever is configured. */
  SHUT,
  /** Commands that make a shut port one that takes the others here. */
  FORM,
  /** Commands after which a port carries what is configured. */
  OPEN,
  /**
   * Commands: exactly these VLANs are allowed. The port is shut then. Missing where a list cannot
   * be written as a whole: then all that the port was read with is taken off it right after {@link
   * #SHUT}, by {@link #REMOVE} and {@link #OLD_NATIVE}, and the native VLAN is never changed while
   * the port is open.
   */
  TAGGED,
  /** Commands: no VLAN is allowed. The port is shut then. Missing together with the one above. */
  NONE,
  /** Commands: these are allowed too. */
  ADD,
  /** Commands: these are allowed no more. */
  REMOVE,
  /** Commands: this is the native VLAN, and allowed. */
  NATIVE,
  /** Commands: the native VLAN is allowed no more; {@link #NATIVE} or others follow. */
  OLD_NATIVE,
  /** Commands: there is no native VLAN, while the port is shut. May be missing. */
  NO_NATIVE,
  /**
   * Commands: untagged frames are dropped at this port. When they name <code>{own}</code>, that is
   * an id of {@link #OWN_IDS} that no other port has. When missing, tagged networks need a native
   * one.
   */
  TAGGED_ONLY,
  /** Range of the ids for that; they never exist as VLANs and are in no list. May be missing. */
  OWN_IDS,
  /** Range of the ids that the system keeps for itself. May be missing. */
  RESERVED,
  /** Command that saves the configuration, and an expression for what confirms it. */
  SAVE,
  /** As above. */
  SAVED,
  /** Command that shows all VLANs. */
  VLANS,
  /** Expression for each in there: group 1 is the id; group 2 is there when it is active. */
  IS_VLAN,
  /**
   * Expression: heads that list where there may be no VLAN at all. May be missing: one always is.
   */
  IS_VLANS,
  /** Command that shows the native VLANs of all ports, for {@link #OWN_IDS}. May be missing. */
  NATIVES,
  /** Command that shows a port. */
  READ,
  /** The same for several, named as in {@link #PORTS}. May be missing: then each is asked for. */
  READ_PORTS,
  /** Expression for that: a port begins; group 1 is its name. Goes with the row above. */
  IS_PORT,
  /** Expressions for {@link #READ}: the port is shut; is not; is as {@link #FORM} leaves it. */
  IS_SHUT,
  /** As above. */
  IS_OPEN,
  /** As above. */
  IS_FORM,
  /**
   * Expression: group 1 is the list of allowed VLANs; nothing or {@code none} is none, {@code all}
   * is all. Several are added up.
   */
  IS_TAGGED,
  /** Expression: group 1 is the native VLAN. */
  IS_NATIVE,
  /** How a list is written; by default {@code -} and a comma, as in {@code 101,103-105}. */
  RANGE_WORD,
  /** As above. */
  LIST_WORD;

  private static final List<TableRow> OPTIONAL =
      List.of(
          MORE,
          ASK,
          ENABLE,
          START,
          ABORT,
          PORTS,
          TAGGED,
          NONE,
          NO_NATIVE,
          TAGGED_ONLY,
          OWN_IDS,
          RESERVED,
          IS_VLANS,
          NATIVES,
          READ_PORTS,
          IS_PORT,
          RANGE_WORD,
          LIST_WORD);

  boolean mayBeMissing() {
    return OPTIONAL.contains(this);
  }

  static TableRow of(String word) {
    return Stream.of(values())
        .filter(key -> key.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no row is called " + word));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
