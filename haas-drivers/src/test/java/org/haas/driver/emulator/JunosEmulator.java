package org.haas.driver.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.haas.driver.wire.XmlTree;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;

/**
 * A switch with Junos that has no hardware: what runs, the one candidate that all share, its lock,
 * and a commit that waits for its confirmation.
 */
public final class JunosEmulator {
  private static final ConfigSchema SCHEMA = ConfigSchema.of("junos-schema.txt");
  private static final String DEFAULT =
      "<vlans><vlan><name>default</name><vlan-id>1</vlan-id></vlan></vlans>";
  private static final String FACTORY =
      "<interface><name>%s</name><unit><name>0</name><family><ethernet-switching><vlan>"
          + "<members>default</members></vlan><storm-control><profile-name>default</profile-name>"
          + "</storm-control></ethernet-switching></family></unit></interface>";

  private final ShellKnobs knobs = new ShellKnobs();
  private final List<PortName> ports;
  private final List<String> faults = new ArrayList<>();
  private ConfigNode running = ConfigNode.empty(SCHEMA);
  private ConfigNode candidate;
  private ConfigNode before;
  private Object owner;
  private Object waiting;
  private boolean chunks;
  private boolean impatient;
  private int sessions;
  private int numbers;
  private long requests;

  /** A switch with 24 ports, as it comes from the factory. */
  public JunosEmulator() {
    this(IntStream.range(0, 24).mapToObj(number -> new PortName("ge-0/0/" + number)).toList());
  }

  /** A switch with these ports. */
  public JunosEmulator(List<PortName> ports) {
    this.ports = List.copyOf(ports);
    StringBuilder factory = new StringBuilder();
    ports.forEach(port -> factory.append(FACTORY.formatted(port)));
    running.edit(configuration(DEFAULT + "<interfaces>" + factory + "</interfaces>"));
    candidate = running.copy();
  }

  private static XmlTree configuration(String content) {
    return XmlTree.parse("<configuration>" + content + "</configuration>");
  }

  /** What can be wrong. */
  public ShellKnobs knobs() {
    return knobs;
  }

  /** Whether it can frame messages in chunks. */
  public synchronized void chunks(boolean on) {
    chunks = on;
  }

  /** Whether a commit that waits is taken back when its session ends, not only when time is up. */
  public synchronized void impatient(boolean on) {
    impatient = on;
  }

  synchronized boolean hasChunks() {
    return chunks;
  }

  /** Its ports. */
  public List<PortName> ports() {
    return ports;
  }

  /** What frames pass at each port. */
  public synchronized Map<PortName, PortConfig> carried() {
    JunosRules rules = new JunosRules(running);
    Map<PortName, PortConfig> carried = new LinkedHashMap<>();
    ports.forEach(port -> carried.put(port, rules.carried(port.value())));
    return carried;
  }

  /** What sessions did and should not have done. */
  public synchronized List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    if (owner == null && isModified()) {
      all.add("somebody left changes in the candidate");
    }
    return all;
  }

  /** How many requests came. */
  public synchronized long requests() {
    return requests;
  }

  /** Whether a commit waits for its confirmation. */
  public synchronized boolean isWaiting() {
    return before != null;
  }

  /** The ids of its VLANs. */
  public synchronized NavigableSet<Integer> vlans() {
    NavigableSet<Integer> ids = new TreeSet<>();
    running.every("vlans", "vlan", "vlan-id").forEach(id -> ids.add(Integer.valueOf(id.value())));
    return ids;
  }

  /** All that runs, to compare. */
  public synchronized String running() {
    return running.toString();
  }

  /** Somebody else configures this, and commits it; refused where Junos does. */
  public synchronized void configure(String content) {
    ConfigNode changed = running.copy();
    changed.edit(configuration(content));
    new JunosRules(changed).check();
    running = changed;
    candidate = running.copy();
  }

  /** Somebody else changes the candidate, and goes for coffee. */
  public synchronized void leave(String content) {
    candidate.edit(configuration(content));
  }

  /** Configures a port behind everybody's back, in some way. */
  public synchronized void disturb(PortName port, Random random) {
    for (int i = 0; i < 6; i++) {
      try {
        configure(JunosMischief.next(port, random));
      } catch (Refusal notNow) {
        // Such as an access port of two VLANs.
      }
    }
  }

  /** The time for a confirmation is over. */
  public synchronized void timeIsUp() {
    if (before != null) {
      running = before;
      candidate = running.copy();
      before = null;
    }
  }

  /** Takes power away and gives it back. */
  public synchronized void powerCycle() {
    timeIsUp();
    candidate = running.copy();
  }

  /** A new session, as NETCONF frames it; nothing comes when there are as many as there may be. */
  public synchronized EmulatedShell netconf() {
    return new NetconfShell(this, ++numbers);
  }

  synchronized boolean begin() {
    sessions++;
    return sessions <= knobs.sessions();
  }

  synchronized void end(Object session) {
    sessions--;
    if (session.equals(owner)) {
      candidate = running.copy();
      owner = null;
    }
    if (impatient && session.equals(waiting)) {
      timeIsUp();
    }
  }

  synchronized void heard() {
    requests++;
  }

  /** Somebody has the lock, or gives it back. */
  public synchronized void lock(Object session) {
    if (owner != null) {
      throw new Refusal("configuration database locked by: " + owner);
    }
    if (isModified()) {
      throw new Refusal("configuration database modified");
    }
    owner = session;
  }

  /** Gives the lock back; changes that were not committed are forgotten. */
  public synchronized void unlock(Object session) {
    if (!session.equals(owner)) {
      throw new Refusal("configuration database is not locked by this session");
    }
    candidate = running.copy();
    owner = null;
  }

  private boolean isModified() {
    return !candidate.toString().equals(running.toString());
  }

  synchronized void discard(Object session) {
    requireUnlocked(session);
    candidate = running.copy();
  }

  synchronized void edit(Object session, XmlTree changes) {
    requireLock(session, "edited");
    List<String> touched = touched(changes);
    if (touched.stream().anyMatch(knobs::isRefusing)) {
      throw new Refusal("port value outside range for %s".formatted(touched));
    }
    if (touched.stream().noneMatch(knobs::isForgetful)) {
      candidate.edit(changes);
    }
  }

  private static List<String> touched(XmlTree changes) {
    return changes.all("interfaces").stream()
        .flatMap(all -> all.all("interface").stream())
        .flatMap(one -> one.at("name").stream())
        .map(name -> name.text().strip())
        .toList();
  }

  synchronized void check() {
    new JunosRules(candidate).check();
  }

  synchronized void commit(Object session, boolean confirmed) {
    requireLock(session, "committed");
    check();
    if (!confirmed) {
      before = null;
    } else if (before == null) {
      before = running;
    }
    waiting = session;
    running = candidate.copy();
  }

  synchronized String show(XmlTree filter, boolean committed) {
    return (committed ? running : candidate).xml(filter);
  }

  /** Junos takes that from a session without the lock, and mixes it with what others do. */
  private void requireLock(Object session, String what) {
    requireUnlocked(session);
    if (owner == null) {
      faults.add("a session %s without the lock".formatted(what));
    }
  }

  private void requireUnlocked(Object session) {
    if (owner != null && !session.equals(owner)) {
      throw new Refusal("configuration database locked by: " + owner);
    }
  }
}
