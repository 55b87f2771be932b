package org.haas.driver.emulator;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where one session is, and what each line does there. */
final class SystemSession {
  private static final int PAGE = 24;

  /** The mode of several ports at once. */
  private static final String RANGE = "range";

  private static final Pattern ASSIGNMENT = Pattern.compile("\\w+ [=+-](?: .*)?");

  private final SwitchEmulator device;
  private final SystemTable table;
  private final NavigableSet<Integer> reserved;
  private String mode;
  private String port = "";
  private List<String> ports = List.of("");
  private NavigableSet<Integer> vlans = new TreeSet<>();
  private String candidate = "";
  private int pageLength = PAGE;
  private boolean ended;

  SystemSession(SwitchEmulator device) {
    this.device = device;
    this.table = device.table();
    this.mode = table.firstMode();
    this.reserved = VlanList.ids(table.setting("reserved"));
  }

  /** As one who has logged in already. */
  void skipTo(String privileged) {
    mode = privileged.isEmpty() ? mode : privileged;
  }

  String prompt() {
    String prompt = table.mode(mode).prompt();
    String shown = prompt.startsWith("!") ? prompt.replaceFirst("!+", "") : host() + prompt;
    String session = candidate.isEmpty() ? "" : "-s-" + candidate;
    return shown
            .replace("{number}", port.replaceFirst("^\\D+", ""))
            .replace("{port}", port)
            .replace("{session}", session)
            .replace("{vlan}", VlanList.text(vlans))
        + " ";
  }

  private String host() {
    return table.setting("escape").replace("ESC", "\u001b") + table.setting("host");
  }

  /** Whether one key is an answer, without Enter. */
  boolean takesKeys() {
    return table.mode(mode).prompt().startsWith("!!");
  }

  boolean hidesKeys() {
    return table.mode(mode).prompt().contains("assword");
  }

  /** Lines of a page; 0: it does not stop, as whoever has nothing to say there. */
  int pageLength() {
    return table.setting("more").isEmpty() ? 0 : pageLength;
  }

  boolean ended() {
    return ended;
  }

  /** Does what the line says, all or nothing, and answers what it shows. */
  String run(String line) {
    synchronized (device) {
      if (line.isEmpty()) {
        return "";
      }
      return run(mode, line).orElseThrow(() -> notUnderstood("unknown"));
    }
  }

  private Optional<String> run(String where, String line) {
    for (SystemRule rule : table.mode(where).rules()) {
      Optional<List<String>> found = rule.match(line);
      if (found.isPresent()) {
        requireRight(rule, found.get());
        StringBuilder said = new StringBuilder();
        for (String each : ports) {
          port = each;
          rule.effects().forEach(effect -> said.append(effect(with(effect, found.get()))));
        }
        return Optional.of(said.toString());
      }
    }
    return table.mode(where).also().stream()
        .map(other -> run(other, line))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void requireRight(SystemRule rule, List<String> found) {
    rule.wrong(found, this::isPort, reserved)
        .ifPresent(
            place -> {
              throw notUnderstood("no-" + place);
            });
  }

  private boolean isPort(String name) {
    return device.target(candidate).ports().containsKey(name);
  }

  private Refusal notUnderstood(String setting) {
    String words = table.setting(setting);
    return new Refusal(device.gossip() + (words.isEmpty() ? table.setting("unknown") : words));
  }

  private String with(String effect, List<String> found) {
    String text = effect;
    for (int i = 0; i < found.size(); i++) {
      text = text.replace("$" + (i + 1), found.get(i));
    }
    return text.replace("$vlan", VlanList.text(vlans)).replace("$port", port).strip();
  }

  private String effect(String effect) {
    if (ASSIGNMENT.matcher(effect).matches()) {
      assign(effect);
      return "";
    }
    int blank = effect.indexOf(' ');
    String word = blank < 0 ? effect : effect.substring(0, blank);
    String rest = blank < 0 ? "" : effect.substring(blank + 1).strip();
    switch (word) {
      case "ok" -> {
        return "";
      }
      case "when" -> {
        String[] parts = rest.split(" : ", 2);
        return Carriage.holds(target(), port, parts[0]) ? effect(parts[1].strip()) : "";
      }
      case "mode" -> {
        mode = rest;
        ports = mode.equals(RANGE) ? ports : List.of(port);
      }
      case "say" -> {
        return rest.replace("\\n", "\n") + "\n";
      }
      case "show" -> {
        SystemScreen screen = new SystemScreen(table, device.target(""));
        return ports.stream().map(each -> screen.show(rest, each)).collect(Collectors.joining());
      }
      case "port" -> at(List.of(rest));
      case "ports" -> at(List.of(rest.split(", ")));
      case "vlan" -> vlans = VlanList.ids(rest);
      case "page" -> pageLength = Integer.parseInt(rest);
      case "end" -> ended = true;
      default -> configuration(word, rest);
    }
    return "";
  }

  /** What follows is done to each of them, one after the other. */
  private void at(List<String> names) {
    ports = names;
    port = names.get(0);
  }

  private void configuration(String word, String rest) {
    switch (word) {
      case "create" -> device.target(candidate).create(vlans);
      case "delete" -> delete(VlanList.ids(rest));
      case "status" -> vlans.forEach(id -> device.target(candidate).vlans().put(id, rest));
      case "need", "lacks", "has", "exists", "missing", "unused" ->
          new SystemNeeds(target(), port).check(word, rest);
      case "refuse" -> throw new Refusal(rest.replace("\\n", "\n"));
      case "touch" -> requireWilling();
      case "reset" -> {
        requireWilling();
        table.factory().forEach((name, value) -> set(name, value));
      }
      case "candidate" -> {
        candidate = rest;
        device.target(candidate);
      }
      case "suspend" -> candidate = "";
      case "commit" -> {
        requireCandidate();
        device.commit(candidate);
        candidate = "";
      }
      case "abort" -> {
        requireCandidate();
        device.drop(candidate);
        candidate = "";
      }
      case "save" -> device.save();
      default -> throw new IllegalArgumentException("no effect: " + word);
    }
  }

  private SwitchConfiguration target() {
    return device.target(candidate);
  }

  /** Also from every port's lists where the system does that. */
  private void delete(NavigableSet<Integer> ids) {
    target().vlans().keySet().removeAll(ids);
  }

  /** {@code field = value}, {@code field + list}, {@code field - list}. */
  private void assign(String effect) {
    requireWilling();
    String[] words = (effect + " ").split(" ", 3);
    String value = words[2].strip();
    if (words[1].equals("=")) {
      set(words[0], value);
      return;
    }
    NavigableSet<Integer> list = new TreeSet<>(VlanList.ids(target().field(port, words[0])));
    NavigableSet<Integer> ids = VlanList.ids(value);
    switch (words[1]) {
      case "+" -> list.addAll(ids);
      default -> list.removeAll(ids);
    }
    set(words[0], VlanList.text(list));
  }

  private void set(String field, String value) {
    if (!device.knobs().isForgetful(port)) {
      target().set(port, field, value);
    }
  }

  private void requireCandidate() {
    if (candidate.isEmpty()) {
      throw notUnderstood("unknown");
    }
  }

  private void requireWilling() {
    if (device.knobs().isRefusing(port)) {
      throw new Refusal(table.setting("denied").replace("{port}", port));
    }
  }
}
