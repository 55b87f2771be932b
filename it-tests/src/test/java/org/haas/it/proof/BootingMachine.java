package org.haas.it.proof;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.it.console.Reader;

/** A machine of the lab that boots, in the hands of a tenant who reads its console. */
final class BootingMachine implements AutoCloseable {
  private static final String NIC = "nic1";

  /** Three at once, each a processor's work in software, on a busy machine. */
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  final String name;
  private final Tenant holder;
  private final Reader console;

  /** Reserves it, and sits down at its console. */
  BootingMachine(Tenant holder, String name) {
    this.name = name;
    this.holder = holder;
    holder.reserve(name);
    console = Reader.of(holder.api(), path() + "/console");
    console.reads("The console is connected.");
  }

  private String path() {
    return "v1/nodes/" + name;
  }

  /** The address that its NIC is known by, in small letters. */
  String mac() {
    JsonObject shown = holder.api().get(path()).is(200).json();
    return shown.getJsonArray("nics").getJsonObject(0).getString("mac").toLowerCase(Locale.ROOT);
  }

  void connect(LabNetwork network) {
    holder.connect(name, NIC, network);
  }

  void detach(LabNetwork network) {
    holder.detach(name, NIC, network);
  }

  /** Has it start from the network, now, and returns when it has power. */
  void bootsFromTheNetwork() {
    done(holder.api().put(path() + "/boot-device", "{\"device\":\"pxe\",\"once\":true}"));
    done(holder.api().post(path() + "/power", "{\"action\":\"cycle\"}"));
  }

  private void done(Answer accepted) {
    holder.await(accepted);
  }

  /** Waits until its console has shown that. */
  void shows(String words) {
    console.reads(text -> text.contains(words), words, LONGEST_START);
  }

  /** What its console has shown. */
  String shown() {
    return console.text();
  }

  /** Gives it back, and waits until anybody may have it. */
  void release() {
    holder.release(name);
    Site.until(
        () -> holder.api().get(path()), answer -> answer.json().getString("state").equals("FREE"));
  }

  @Override
  public void close() {
    console.close();
  }
}
