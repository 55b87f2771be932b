package org.haas.cli.hil;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haas.cli.hil.Table.Row;

/**
 * Puts HIL's rows together.
 *
 * @param tables by their names
 * @param types what each switch was registered with, by its id
 */
record HilTables(Map<String, Table> tables, Map<String, Row> types) {
  /** What is read; what some HIL does not have is empty. */
  static final List<String> ALL =
      List.of(
          "project",
          "user",
          "user_projects",
          "switch",
          "port",
          "node",
          "metadata",
          "nic",
          "network",
          "network_projects",
          "network_attachment",
          "networking_action",
          "headnode",
          "hnic",
          "vlan");

  private static final String LABEL = "label";
  private static final String OWNER = "owner_id";

  Hil hil() {
    return new Hil(
        table("project").byLabel().stream().map(row -> row.text(LABEL)).toList(),
        table("user").byLabel().stream().map(this::user).toList(),
        table("switch").byLabel().stream().map(this::hardware).toList(),
        table("network").byLabel().stream().map(this::network).toList(),
        table("node").byLabel().stream().map(this::node).toList(),
        table("headnode").byLabel().stream().map(this::headnode).toList(),
        table("vlan").rows().stream()
            .map(row -> Integer.valueOf(row.text("vlan_no")))
            .sorted()
            .toList());
  }

  private Table table(String name) {
    return tables.get(name);
  }

  private String label(String table, String id) {
    return table(table).at(id).text(LABEL);
  }

  private Optional<String> label(String table, Optional<String> id) {
    return id.map(known -> label(table, known));
  }

  private Hil.User user(Row row) {
    List<String> projects =
        table("user_projects").where("user_id", row.text("id")).stream()
            .map(member -> label("project", member.text("project_id")))
            .sorted()
            .distinct()
            .toList();
    return new Hil.User(row.text(LABEL), row.flag("is_admin"), projects);
  }

  private Hil.Switch hardware(Row row) {
    String url = row.text("type");
    Map<String, String> arguments = new TreeMap<>();
    Optional.ofNullable(types.get(row.text("id")))
        .ifPresent(
            type ->
                type.values().keySet().stream()
                    .filter(column -> !column.equals("id"))
                    .forEach(
                        column -> type.optional(column).ifPresent(v -> arguments.put(column, v))));
    List<String> ports =
        table("port").where(OWNER, row.text("id")).stream()
            .map(port -> port.text(LABEL))
            .sorted()
            .toList();
    return new Hil.Switch(
        row.text(LABEL), url.substring(url.lastIndexOf('/') + 1), arguments, ports);
  }

  private Hil.Network network(Row row) {
    List<String> access =
        table("network_projects").where("network_id", row.text("id")).stream()
            .map(grant -> label("project", grant.text("project_id")))
            .sorted()
            .distinct()
            .toList();
    return new Hil.Network(
        row.text(LABEL),
        label("project", row.optional(OWNER)),
        access,
        row.text("network_id").strip());
  }

  private Hil.Node node(Row row) {
    Map<String, String> metadata = new TreeMap<>();
    table("metadata")
        .where(OWNER, row.text("id"))
        .forEach(fact -> metadata.put(fact.text(LABEL), fact.optional("value").orElse("")));
    Optional<String> token = row.optional("obmd_node_token");
    Optional<Hil.Obm> obm =
        row.optional("obmd_uri")
            .filter(uri -> !uri.isBlank())
            .map(
                uri ->
                    new Hil.Obm(
                        uri, row.optional("obmd_admin_token").orElse(""), token.isPresent()));
    return new Hil.Node(
        row.text(LABEL),
        label("project", row.optional("project_id")),
        obm,
        metadata,
        table("nic").where(OWNER, row.text("id")).stream().map(this::nic).toList());
  }

  private Hil.Nic nic(Row row) {
    Optional<Hil.Place> place =
        row.optional("port_id")
            .map(id -> table("port").at(id))
            .map(port -> new Hil.Place(label("switch", port.text(OWNER)), port.text(LABEL)));
    List<Hil.On> networks =
        table("network_attachment").where("nic_id", row.text("id")).stream()
            .map(on -> new Hil.On(label("network", on.text("network_id")), on.text("channel")))
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .toList();
    boolean busy =
        table("networking_action").where("nic_id", row.text("id")).stream()
            .anyMatch(action -> action.text("status").equals("PENDING"));
    return new Hil.Nic(row.text(LABEL), row.optional("mac_addr").orElse(""), place, networks, busy);
  }

  private Hil.Headnode headnode(Row row) {
    List<String> networks = new ArrayList<>();
    table("hnic")
        .where(OWNER, row.text("id"))
        .forEach(hnic -> label("network", hnic.optional("network_id")).ifPresent(networks::add));
    return new Hil.Headnode(
        row.text(LABEL),
        label("project", row.text("project_id")),
        row.text("base_img"),
        row.text("uuid"),
        networks);
  }
}
