package org.haas.driver.emulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerState;

/**
 * A Redfish service with one system, after the schemas of DMTF (ComputerSystem, Manager, Session,
 * Task, ActionInfo), as difficult as real ones: it wants the version of what is changed, works in
 * tasks, is busy while it starts, and its certificate is its own.
 */
public final class RedfishEmulator implements AutoCloseable {
  private static final String SYSTEM = "/redfish/v1/Systems/437XR1138";
  private static final String RESET = SYSTEM + "/Actions/ComputerSystem.Reset";
  private static final String SESSIONS = "/redfish/v1/SessionService/Sessions";
  private static final String TASK = "/redfish/v1/TaskService/TaskMonitors/1";
  private static final Pattern RESET_TYPE = Pattern.compile("\"ResetType\":\"(\\w+)\"");
  private static final Pattern TARGET = Pattern.compile("\"BootSourceOverrideTarget\":\"(\\w+)\"");
  private static final Pattern ENABLED =
      Pattern.compile("\"BootSourceOverrideEnabled\":\"(\\w+)\"");

  private final EmulatedMachine machine = new EmulatedMachine();
  private final SelfSigned certificate;
  private final String password;
  private final Set<String> tokens = new HashSet<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger taskPolls = new AtomicInteger();
  private final EmulatedHttp http;
  private final SshSerial ssh;
  private volatile boolean hanging;
  private volatile Quirk quirk = Quirk.NONE;
  private int version = 1;

  /** One thing that is different from what one expects. */
  public enum Quirk {
    /** All is as it is elsewhere. */
    NONE,
    /** Which resets it takes stands in a resource of its own. */
    ACTION_INFO,
    /** It does not say which resets it takes. */
    ALLOWS_UNSAID,
    /** It has no way to take the power away. */
    NO_FORCE_OFF,
    /** Name and password come with each request. */
    NO_SESSIONS,
    /** A task fails. */
    TASK_FAILS,
    /** It sends its callers to another host. */
    REDIRECTS_AWAY,
    /** It sends its callers to itself. */
    REDIRECTS,
    /** There are two systems. */
    TWO_SYSTEMS,
    /** Its links lead to another host. */
    FOREIGN_LINKS,
    /** The manager, not the system, says where the console is. */
    MANAGERS_CONSOLE,
    /** There is no serial console. */
    NO_CONSOLE,
    /** Somebody else changes the system between reading and writing, once. */
    CHANGED_MEANWHILE
  }

  /** Starts it; the only user is {@code haas}. */
  public RedfishEmulator(String password, SelfSigned certificate) {
    this.password = password;
    this.certificate = certificate;
    this.http = new EmulatedHttp(Optional.of(certificate), this::handle);
    this.ssh = new SshSerial("haas", password, machine, () -> hanging);
  }

  /** Where it is. */
  public String address() {
    return "https://127.0.0.1:" + http.port();
  }

  /** The fingerprint of its console's host key. */
  public String hostKey() {
    return ssh.fingerprint();
  }

  /** What it controls. */
  public EmulatedMachine machine() {
    return machine;
  }

  /** From now on it is different in this. */
  public void quirk(Quirk wanted) {
    quirk = wanted;
  }

  /** So many requests are answered that it is starting. */
  public void busy(int requests) {
    busy.set(requests);
  }

  /** How many logins are not logged out. */
  public synchronized int sessions() {
    return tokens.size();
  }

  /** All logins are forgotten. */
  public synchronized void forgetSessions() {
    tokens.clear();
  }

  /** From now on it answers nothing, or all is well again. */
  public void hang(boolean on) {
    hanging = on;
    http.hang(on);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = EmulatedHttp.body(exchange);
    if (busy.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
      answer(exchange, 503, error("The service is starting"));
    } else if (path.equals("/redfish/v1/")) {
      answerRoot(exchange);
    } else if (path.startsWith(SESSIONS)) {
      session(exchange, path, body);
    } else if (!isLoggedIn(exchange)) {
      answer(exchange, 401, error("There is no valid session"));
    } else {
      machine.count();
      resource(exchange, path, body);
    }
  }

  private void answerRoot(HttpExchange exchange) throws IOException {
    if (quirk == Quirk.REDIRECTS_AWAY) {
      EmulatedHttp.answer(exchange, 302, Map.of("Location", "https://127.0.0.2/redfish/v1/"), "");
      return;
    }
    if (quirk == Quirk.REDIRECTS) {
      quirk = Quirk.NONE;
      EmulatedHttp.answer(exchange, 308, Map.of("Location", "/redfish/v1/"), "");
      return;
    }
    String systems = quirk == Quirk.FOREIGN_LINKS ? "https://127.0.0.2/x" : "/redfish/v1/Systems";
    answer(
        exchange,
        200,
        """
        {"@odata.id": "/redfish/v1/", "RedfishVersion": "1.17.0", "Systems": {"@odata.id": "%s"},
         "Links": {"Sessions": {"@odata.id": "%s"}}, "Oem": null}"""
            .formatted(systems, SESSIONS));
  }

  private void session(HttpExchange exchange, String path, String body) throws IOException {
    if (quirk == Quirk.NO_SESSIONS) {
      answer(exchange, 404, error("There is no such resource"));
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      tokens.remove(path.substring(SESSIONS.length() + 1));
      EmulatedHttp.answer(exchange, 204, Map.of(), "");
    } else if (!body.contains("\"Password\":\"%s\"".formatted(password))
        || !body.contains("\"UserName\":\"haas\"")) {
      answer(exchange, 401, error("The credentials are invalid"));
    } else {
      String token = UUID.randomUUID().toString();
      tokens.add(token);
      String location = address() + SESSIONS + "/" + token;
      EmulatedHttp.answer(
          exchange, 201, Map.of("X-Auth-Token", token, "Location", location), "{\"Id\": \"1\"}");
    }
  }

  private boolean isLoggedIn(HttpExchange exchange) {
    String token = exchange.getRequestHeaders().getFirst("X-Auth-Token");
    byte[] both = ("haas:" + password).getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(both);
    return tokens.contains(token)
        || (quirk == Quirk.NO_SESSIONS
            && basic.equals(exchange.getRequestHeaders().getFirst("Authorization")));
  }

  private void resource(HttpExchange exchange, String path, String body) throws IOException {
    switch (exchange.getRequestMethod() + " " + path) {
      case "GET /redfish/v1/Systems" -> answer(exchange, 200, systems());
      case "GET " + SYSTEM -> EmulatedHttp.answer(exchange, 200, Map.of("ETag", tag()), system());
      case "PATCH " + SYSTEM -> override(exchange, body);
      case "POST " + RESET -> reset(exchange, body);
      case "GET " + TASK -> task(exchange);
      case "GET " + SYSTEM + "/ResetActionInfo" -> answer(exchange, 200, actionInfo());
      case "GET /redfish/v1/Managers/BMC" -> answer(exchange, 200, manager());
      case "GET /redfish/v1/Managers/BMC/NetworkProtocol" ->
          answer(exchange, 200, "{\"SSH\": {\"Port\": %d}}".formatted(ssh.port()));
      default -> answer(exchange, 404, error("There is no such resource"));
    }
  }

  private String systems() {
    String other = ", {\"@odata.id\": \"/redfish/v1/Systems/other\"}";
    return "{\"Members\": [{\"@odata.id\": \"%s\"}%s]}"
        .formatted(SYSTEM, quirk == Quirk.TWO_SYSTEMS ? other : "");
  }

  private String system() {
    return """
        {"@odata.id": "%s", "PowerState": "%s", "Weight": 1.5e1,
         "Boot": {"BootSourceOverrideEnabled": "Disabled",
                  "BootSourceOverrideTarget@Redfish.AllowableValues": ["None", "Pxe", "Hdd"]},
         "Links": {"ManagedBy": [{"@odata.id": "/redfish/v1/Managers/BMC"}]}, %s
         "Actions": {"#ComputerSystem.Reset": {%s "target": "%s"}}}"""
        .formatted(
            SYSTEM, machine.power() == PowerState.ON ? "On" : "Off", console(), allowable(), RESET);
  }

  private String console() {
    return quirk == Quirk.NO_CONSOLE || quirk == Quirk.MANAGERS_CONSOLE
        ? ""
        : "\"SerialConsole\": {\"SSH\": {\"ServiceEnabled\": true, \"Port\": %d}},"
            .formatted(ssh.port());
  }

  private String allowable() {
    return switch (quirk) {
      case ACTION_INFO -> "\"@Redfish.ActionInfo\": \"%s/ResetActionInfo\",".formatted(SYSTEM);
      case ALLOWS_UNSAID -> "";
      case NO_FORCE_OFF -> "\"ResetType@Redfish.AllowableValues\": [\"On\", \"PushPowerButton\"],";
      default ->
          "\"ResetType@Redfish.AllowableValues\": [\"ForceOn\", \"ForceOff\","
              + " \"GracefulShutdown\"],";
    };
  }

  private static String actionInfo() {
    return "{\"Parameters\": [{\"Name\": \"ResetType\", \"AllowableValues\":"
        + " [\"ForceOn\", \"ForceOff\", \"PushPowerButton\"]}]}";
  }

  private String manager() {
    String types = quirk == Quirk.MANAGERS_CONSOLE ? "\"SSH\", \"IPMI\"" : "\"IPMI\"";
    return """
        {"SerialConsole": {"ServiceEnabled": true, "ConnectTypesSupported": [%s]},
         "NetworkProtocol": {"@odata.id": "/redfish/v1/Managers/BMC/NetworkProtocol"}}"""
        .formatted(types);
  }

  private String tag() {
    return "W/\"%d\"".formatted(version);
  }

  private void override(HttpExchange exchange, String body) throws IOException {
    if (quirk == Quirk.CHANGED_MEANWHILE) {
      quirk = Quirk.NONE;
      version++;
    }
    String shown = exchange.getRequestHeaders().getFirst("If-Match");
    if (shown == null) {
      answer(exchange, 428, error("If-Match is required"));
    } else if (!shown.equals(tag())) {
      answer(exchange, 412, error("The resource has changed"));
    } else {
      version++;
      boolean disabled = found(ENABLED, body).equals("Disabled");
      BootDevice device =
          switch (found(TARGET, body)) {
            case "Pxe" -> BootDevice.PXE;
            case "Hdd" -> BootDevice.DISK;
            default -> BootDevice.NONE;
          };
      machine.bootFrom(disabled ? BootDevice.NONE : device, found(ENABLED, body).equals("Once"));
      EmulatedHttp.answer(exchange, 204, Map.of(), "");
    }
  }

  private void reset(HttpExchange exchange, String body) throws IOException {
    Set<String> taken = Set.of("ForceOn", "On", "ForceOff", "GracefulShutdown", "PushPowerButton");
    String type = found(RESET_TYPE, body);
    boolean listed =
        quirk == Quirk.ALLOWS_UNSAID
            || system().contains("\"" + type + "\"")
            || actionInfo().contains("\"" + type + "\"");
    if (!taken.contains(type) || !listed) {
      answer(exchange, 400, error("The value %s is not allowed".formatted(type)));
      return;
    }
    if (quirk != Quirk.TASK_FAILS) {
      machine.switchTo(type.endsWith("On") ? PowerState.ON : PowerState.OFF);
    }
    taskPolls.set(2);
    EmulatedHttp.answer(exchange, 202, Map.of("Location", TASK), "{\"TaskState\": \"Running\"}");
  }

  private void task(HttpExchange exchange) throws IOException {
    if (taskPolls.getAndDecrement() > 0) {
      answer(exchange, 202, "{\"TaskState\": \"Running\"}");
    } else if (quirk == Quirk.TASK_FAILS) {
      answer(
          exchange,
          200,
          "{\"TaskState\": \"Exception\", \"Messages\": [{\"Message\": \"The fan is stuck.\"}]}");
    } else {
      answer(exchange, 200, "{\"TaskState\": \"Completed\"}");
    }
  }

  private static String found(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String error(String message) {
    return "{\"error\": {\"code\": \"Base.1.8.GeneralError\", \"message\": \"see below\","
        + " \"@Message.ExtendedInfo\": [{\"Message\": \"%s.\"}]}}".formatted(message);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    EmulatedHttp.answer(exchange, status, Map.of(), body);
  }

  /** Its certificate. */
  public SelfSigned certificate() {
    return certificate;
  }

  @Override
  public void close() {
    http.close();
    ssh.close();
  }
}
