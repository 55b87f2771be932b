package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haas.error.HaasException;
import org.haas.spi.Secret;
import org.haas.switches.SwitchSpec;
import org.haas.switches.Switches;

/** The dialog that records a switch. */
@Named("newSwitch")
@ViewScoped
public class NewSwitchBean implements Serializable {
  @Inject private Switches switches;

  private String name;
  private String type;
  private String host;
  private String port;
  private String username;
  private String settings;
  private transient String secret;

  /** Opens the dialog, empty. */
  public void reset() {
    name = null;
    type = null;
    host = null;
    port = null;
    username = null;
    settings = null;
    secret = null;
  }

  /** Records it and goes to its page. */
  public void create() {
    boolean made = Attempt.of("new-switch-messages", () -> switches.register(spec()));
    secret = null;
    if (made) {
      Navigation.go("/admin/inventory/switches/" + name.strip());
    }
  }

  private SwitchSpec spec() {
    return new SwitchSpec(
        Input.label("name", name),
        Input.text(type).orElse(""),
        Input.text(host).orElse(""),
        Input.text(port).map(NewSwitchBean::number),
        Input.text(username).orElse(""),
        Input.text(secret).isPresent() ? new Secret(secret) : Secret.NONE,
        Optional.empty(),
        map());
  }

  private static Integer number(String text) {
    if (!text.matches("[0-9]{1,5}")) {
      throw HaasException.badArgument("port", "this is a number from 1 to 65535.");
    }
    return Integer.valueOf(text);
  }

  /** Lines or words of the form {@code key=value}. */
  private Map<String, String> map() {
    Map<String, String> map = new TreeMap<>();
    for (String word : Input.text(settings).orElse("").split("\\s+")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        map.put(word.substring(0, equals), word.substring(equals + 1));
      } else if (!word.isEmpty()) {
        throw HaasException.badArgument("settings", "write each as key=value.");
      }
    }
    return map;
  }

  /** The types that can be registered. */
  public List<String> getTypes() {
    return switches.types();
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

  public String getHost() {
    return host;
  }

  public void setHost(String host) {
    this.host = host;
  }

  public String getPort() {
    return port;
  }

  public void setPort(String port) {
    this.port = port;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getSecret() {
    return secret;
  }

  public void setSecret(String secret) {
    this.secret = secret;
  }

  public String getSettings() {
    return settings;
  }

  public void setSettings(String settings) {
    this.settings = settings;
  }
}
