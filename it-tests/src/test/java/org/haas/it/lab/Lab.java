package org.haas.it.lab;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A lab that is up, with a probe listening on all its NICs.
 *
 * <p>Closing it ends the probe and leaves the lab; {@link #down} takes both away. A check takes
 * some milliseconds and ends when both switches have dealt with what was sent, so it never waits in
 * vain and never misses a late frame.
 */
public final class Lab implements AutoCloseable {
  private static final Duration FLOOD_INTERVAL = Duration.ofMillis(1);

  private final LabSettings settings;
  private final LabScript script;
  private final Probe probe;
  private final Map<String, Nic> nics = new LinkedHashMap<>();

  private Lab(LabSettings settings, LabScript script) {
    this.settings = settings;
    this.script = script;
    this.probe = new Probe(script);
    for (JsonObject nic : probe.greeting().getJsonArray("nics").getValuesAs(JsonObject.class)) {
      Nic read =
          new Nic(
              nic.getString("namespace"),
              nic.getString("interface"),
              nic.getString("mac"),
              nic.getString("switch"),
              nic.getString("port"));
      nics.put(read.toString(), read);
    }
  }

  /**
   * Builds the lab, or what is missing of it. Switches keep the configuration that they have saved.
   *
   * @throws IllegalStateException it could not; the message says what to do
   */
  public static Lab up(LabSettings settings) {
    LabScript script = new LabScript(settings);
    script.run("up", "--state", settings.state().toString());
    return new Lab(settings, script);
  }

  /** The document that registers the lab's switches and nodes with HaaS, secrets included. */
  public String siteDocument() {
    return document("site.json");
  }

  /** The document that registers the lab's hypervisor with HaaS, secrets included. */
  public String hypervisorDocument() {
    return document("hypervisor.json");
  }

  /** The same switches as in the site document, but by their databases, secrets included. */
  public String databaseDocument() {
    return document("ovsdb.json");
  }

  private String document(String file) {
    try {
      return Files.readString(settings.state().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All NICs of nodes, and the spare cables, which belong to no node that HaaS knows. */
  public List<Nic> nics() {
    return List.copyOf(nics.values());
  }

  /**
   * A NIC by the number of its node and its name: {@code nic(1, "nic1")}.
   *
   * @throws IllegalArgumentException there is none
   */
  public Nic nic(int node, String name) {
    String key = "%s-%02d/%s".formatted(settings.prefix(), node, name);
    if (!nics.containsKey(key)) {
      throw new IllegalArgumentException("No NIC %s in %s".formatted(key, nics.keySet()));
    }
    return nics.get(key);
  }

  /** Sends frames and says who heard which; a NIC that heard none is not in the answer. */
  public Map<Nic, List<HeardFrame>> hears(Nic from, Frame frame) {
    JsonObject request = request("hears", from, frame).add("count", frame.count()).build();
    return heard(probe.ask(request).getJsonArray("heard"));
  }

  /** Sends the frame every millisecond from now to {@link #calm}; checks may run meanwhile. */
  public void flood(Nic from, Frame frame) {
    flood(from, frame, FLOOD_INTERVAL);
  }

  /** The same as often as that; many floods may run at once. */
  public void flood(Nic from, Frame frame, Duration every) {
    double seconds = every.toNanos() / 1e9;
    probe.ask(request("flood", from, frame).add("every_seconds", seconds).build());
  }

  /** Ends the floods and tells what came of them. */
  public FloodReport calm() {
    JsonObject answer = probe.ask(Json.createObjectBuilder().add("ask", "calm").build());
    return new FloodReport(answer.getInt("sent"), heard(answer.getJsonArray("heard")));
  }

  /**
   * Whether an IP packet arrives and is answered within a second; untagged, between any two nodes.
   */
  public boolean pings(Nic from, Nic to) {
    JsonObject request =
        Json.createObjectBuilder()
            .add("ask", "pings")
            .add("from", from.toString())
            .add("to", to.toString())
            .build();
    return probe.ask(request).getBoolean("reached");
  }

  /** Cuts the power of a switch: its SSH server and its data plane end at once. */
  public void powerOff(String switchName) {
    script.run("power", "--state", settings.state().toString(), "off", switchName);
  }

  /** Gives it back; returns when the switch answers and forwards as it was configured last. */
  public void powerOn(String switchName) {
    script.run("power", "--state", settings.state().toString(), "on", switchName);
  }

  /** Ends the probe and the lab with all that was saved in it. */
  public void down() {
    close();
    script.run("down", "--state", settings.state().toString(), "--forget");
  }

  @Override
  public void close() {
    probe.close();
  }

  private static JsonObjectBuilder request(String ask, Nic from, Frame frame) {
    JsonObjectBuilder request =
        Json.createObjectBuilder()
            .add("ask", ask)
            .add("from", from.toString())
            .add("tags", Json.createArrayBuilder(frame.tags()))
            .add("destination", frame.destination());
    frame.source().ifPresent(mac -> request.add("source", mac));
    return request;
  }

  private Map<Nic, List<HeardFrame>> heard(JsonArray frames) {
    return frames.getValuesAs(JsonObject.class).stream()
        .collect(
            Collectors.groupingBy(
                frame -> nics.get(frame.getString("nic")),
                LinkedHashMap::new,
                Collectors.mapping(Lab::heardFrame, Collectors.toList())));
  }

  private static HeardFrame heardFrame(JsonObject frame) {
    return new HeardFrame(
        frame.getString("source"),
        frame.getString("destination"),
        frame.getJsonArray("tags").getValuesAs(tag -> ((JsonString) tag).getString()),
        frame.getInt("sequence"),
        instant(frame, "sentAt"),
        instant(frame, "heardAt"));
  }

  private static Instant instant(JsonObject frame, String name) {
    return Instant.EPOCH.plusNanos(frame.getJsonNumber(name).longValueExact());
  }
}
