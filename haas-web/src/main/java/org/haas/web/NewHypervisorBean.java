package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.haas.headnode.HypervisorFields;
import org.haas.headnode.HypervisorSpec;
import org.haas.headnode.Hypervisors;

/** The dialog that records a hypervisor. What is secret in it is never kept, nor sent back. */
@Named("newHypervisor")
@ViewScoped
public class NewHypervisorBean implements Serializable {
  private static final Set<String> FIELDS =
      Set.of("name", "type", "address", "username", "password", "privateKey", "settings");

  @Inject private Hypervisors hypervisors;

  private String name;
  private String type;
  private String address;
  private String username;
  private String settings;
  private transient String password;
  private transient String privateKey;

  /** Opens the dialog, empty. */
  public void reset() {
    name = null;
    type = null;
    address = null;
    username = null;
    settings = null;
    password = null;
    privateKey = null;
  }

  /** Records it and goes to its page. */
  public void create() {
    boolean made = Attempt.of("new-host", FIELDS, () -> hypervisors.register(spec()));
    password = null;
    privateKey = null;
    if (made) {
      Leave.to("/admin/inventory/hypervisors/" + name.strip());
    }
  }

  private HypervisorSpec spec() {
    return new FormDocument()
        .text("name", name)
        .text("type", type)
        .text("address", address)
        .text("username", username)
        .text("password", password)
        .lines("privateKey", privateKey)
        .settings("settings", settings)
        .read(HypervisorFields::spec);
  }

  /** The types that can be registered. */
  public List<String> getTypes() {
    return hypervisors.types();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getSettings() {
    return settings;
  }

  public void setSettings(String settings) {
    this.settings = settings;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /** Nothing: it is not sent back. */
  public String getPrivateKey() {
    return null;
  }

  public void setPrivateKey(String privateKey) {
    this.privateKey = privateKey;
  }
}
