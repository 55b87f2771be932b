package org.haas.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Everything that an installation may set, typed, with its default. A key {@code haas.vlan.pool} is
 * the environment variable {@code HAAS_VLAN_POOL}. docs/operations.md lists them all.
 */
@ApplicationScoped
public class HaasConfig {
  private static final int SHORTEST_SCROLLBACK = 256 * 1024;
  private static final Duration SHORTEST_RETENTION = Duration.ofDays(1);

  private Config config;

  /** For CDI. */
  protected HaasConfig() {}

  /** Reads from that source. */
  @Inject
  public HaasConfig(Config config) {
    this.config = config;
  }

  /** {@code haas.public.url}: where people reach the portal, without a slash at the end. */
  public URI publicUrl() {
    return uri("haas.public.url", "http://localhost:8080");
  }

  /**
   * {@code haas.instance.url}: where the other instances reach this one, without a slash at the
   * end; by default the machine's own address.
   */
  public URI instanceUrl() {
    return uri("haas.instance.url", OwnAddress.url(8080));
  }

  /** {@code haas.oidc.issuer}: the OpenID provider, such as {@code https://host/realms/haas}. */
  public URI oidcIssuer() {
    return uri("haas.oidc.issuer", "http://localhost:8180/realms/haas");
  }

  /** {@code haas.oidc.client.id}: the portal's client there. */
  public String oidcClientId() {
    return text("haas.oidc.client.id", "haas-portal");
  }

  /** {@code haas.oidc.client.secret}: that client's secret. */
  public String oidcClientSecret() {
    return text("haas.oidc.client.secret", "");
  }

  /** {@code haas.oidc.audience}: what a bearer token must be made for. */
  public String oidcAudience() {
    return text("haas.oidc.audience", "haas-rest");
  }

  /**
   * {@code haas.oidc.admin.url}: the realm in Keycloak's admin REST; by default from the issuer.
   */
  public URI oidcAdminUrl() {
    String issuer = oidcIssuer().toString();
    return uri("haas.oidc.admin.url", issuer.replaceFirst("/realms/", "/admin/realms/"));
  }

  /** {@code haas.v0.basic}: whether {@code /api/v0} takes HTTP Basic. */
  public boolean v0Basic() {
    return config.getOptionalValue("haas.v0.basic", Boolean.class).orElse(true);
  }

  /** {@code haas.v0.basic.cache}: how long a checked password is remembered, at most 60 s. */
  public Duration v0BasicCache() {
    Duration wanted = duration("haas.v0.basic.cache", Duration.ofSeconds(60));
    return wanted.compareTo(Duration.ofSeconds(60)) > 0 ? Duration.ofSeconds(60) : wanted;
  }

  /** {@code haas.master.key.file}: 32 bytes in base64, the key that seals secrets. */
  public Optional<Path> masterKeyFile() {
    return config.getOptionalValue("haas.master.key.file", String.class).map(Path::of);
  }

  /** {@code haas.vlan.pool}: ids for networks, such as {@code 100-999,1200}. */
  public VlanPool vlanPool() {
    return VlanPool.parse(text("haas.vlan.pool", "100-999"));
  }

  /** {@code haas.drivers.path}: a folder of jars with drivers of third parties. */
  public Optional<Path> driversPath() {
    return config.getOptionalValue("haas.drivers.path", String.class).map(Path::of);
  }

  /** {@code haas.switch.timeout}: the longest that one command of a switch may take. */
  public Duration switchTimeout() {
    return duration("haas.switch.timeout", Duration.ofSeconds(10));
  }

  /** {@code haas.switch.attempts}: tries before an operation is ERROR. */
  public int switchAttempts() {
    return number("haas.switch.attempts", 5);
  }

  /** {@code haas.switch.backoff}: the wait after the first failure; doubles with each. */
  public Duration switchBackoff() {
    return duration("haas.switch.backoff", Duration.ofSeconds(1));
  }

  /** {@code haas.bmc.timeout}: the longest that one command of a BMC may take. */
  public Duration bmcTimeout() {
    return duration("haas.bmc.timeout", Duration.ofSeconds(5));
  }

  /** {@code haas.bmc.parallel}: how many BMCs an instance works at side by side, at most. */
  public int bmcParallel() {
    return number("haas.bmc.parallel", 128);
  }

  /** {@code haas.bmc.settle}: how long a machine may take to be on or off once its BMC was told. */
  public Duration bmcSettle() {
    return duration("haas.bmc.settle", Duration.ofSeconds(60));
  }

  /**
   * {@code haas.bmc.shutdown}: how long an operating system may take to end; a reboot then takes
   * the power away.
   */
  public Duration bmcShutdown() {
    return duration("haas.bmc.shutdown", Duration.ofMinutes(5));
  }

  /** {@code haas.power.every}: how often the power of a machine is read; zero: never. */
  public Duration powerEvery() {
    return duration("haas.power.every", Duration.ofMinutes(1));
  }

  /** {@code haas.power.parallel}: how many BMCs an instance asks for it at once, at most. */
  public int powerParallel() {
    return number("haas.power.parallel", 32);
  }

  /**
   * {@code haas.release.power-off}: whether a machine that is given back is switched off, and free
   * only when it was seen off.
   */
  public boolean releasePowerOff() {
    return config.getOptionalValue("haas.release.power-off", Boolean.class).orElse(true);
  }

  /**
   * {@code haas.maintenance.timeout}: the longest that the maintenance service may take to answer;
   * half of {@link #queueClaim} at most.
   */
  public Duration maintenanceTimeout() {
    return duration("haas.maintenance.timeout", Duration.ofSeconds(10));
  }

  /** {@code haas.hypervisor.timeout}: the longest that one thing asked of a hypervisor may take. */
  public Duration hypervisorTimeout() {
    return duration("haas.hypervisor.timeout", Duration.ofSeconds(20));
  }

  /** {@code haas.headnode.shutdown}: how long a headnode's operating system may take to end. */
  public Duration headnodeShutdown() {
    return duration("haas.headnode.shutdown", Duration.ofMinutes(2));
  }

  /**
   * {@code haas.headnode.limits}: what the headnodes of a project may have together unless an
   * administrator says otherwise: headnodes, processors, MiB of memory, GiB of disk.
   */
  public HeadnodeLimits headnodeLimits() {
    return HeadnodeLimits.parse(text("haas.headnode.limits", "5,10,16384,200"));
  }

  /** {@code haas.queue.linger}: how long a worker keeps its session after the last operation. */
  public Duration queueLinger() {
    return duration("haas.queue.linger", Duration.ofSeconds(10));
  }

  /** {@code haas.queue.claim}: how long a claim on a queue holds without being renewed. */
  public Duration queueClaim() {
    return duration("haas.queue.claim", Duration.ofSeconds(20));
  }

  /**
   * {@code haas.audit.retention}: how long an event stays in the audit trail, a day at least; two
   * years unless it says otherwise.
   */
  public Duration auditRetention() {
    Duration wanted = duration("haas.audit.retention", Duration.ofDays(730));
    return wanted.compareTo(SHORTEST_RETENTION) < 0 ? SHORTEST_RETENTION : wanted;
  }

  /**
   * {@code haas.access.proxies}: addresses or networks of the proxies in front, such as {@code
   * 127.0.0.1,10.0.0.0/8}; only what they say of a client's address is believed.
   */
  public TrustedProxies proxies() {
    return TrustedProxies.parse(text("haas.access.proxies", ""));
  }

  /**
   * {@code haas.switch.late}: how long after its sender vanished a line may still reach a switch.
   */
  public Duration switchLate() {
    return duration("haas.switch.late", Duration.ofMinutes(2));
  }

  /**
   * {@code haas.reconcile.look}: how often all ports of a switch are looked at, leaving nothing
   * behind unless there is news; zero: never.
   */
  public Duration reconcileLook() {
    return duration("haas.reconcile.look", Duration.ofSeconds(45));
  }

  /** {@code haas.reconcile.every}: how often all ports of a switch are checked; zero: never. */
  public Duration reconcileEvery() {
    return duration("haas.reconcile.every", Duration.ofHours(1));
  }

  /**
   * {@code haas.reconcile.repair}: whether a port that differs is put right without being asked.
   */
  public boolean reconcileRepair() {
    return config.getOptionalValue("haas.reconcile.repair", Boolean.class).orElse(false);
  }

  /** {@code haas.state}: a folder for what an instance must remember outside of the database. */
  public Optional<Path> state() {
    return config.getOptionalValue("haas.state", String.class).map(Path::of);
  }

  /** {@code haas.events.streams}: how many event streams an instance holds open at most. */
  public int eventStreams() {
    return number("haas.events.streams", 4000);
  }

  /** {@code haas.rate.requests}: what a caller may ask of an instance in 10 s; zero: no limit. */
  public int rateRequests() {
    return natural("haas.rate.requests", 10_000);
  }

  /**
   * {@code haas.rate.logins}: how many logins from an address may fail in a minute; zero: no limit.
   */
  public int rateLogins() {
    return natural("haas.rate.logins", 600);
  }

  /**
   * {@code haas.webhook.networks}: addresses or networks that webhooks may be in, although they are
   * the server's own, private ones, or link-local.
   */
  public List<TrustedProxies.Network> webhookNetworks() {
    return Stream.of(text("haas.webhook.networks", "").split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(TrustedProxies.Network::parse)
        .toList();
  }

  /** {@code haas.webhook.timeout}: the longest that a webhook may take to answer. */
  public Duration webhookTimeout() {
    return duration("haas.webhook.timeout", Duration.ofSeconds(10));
  }

  /** {@code haas.console.path}: where consoles are recorded; by default in {@link #state}. */
  public Optional<Path> consolePath() {
    return config
        .getOptionalValue("haas.console.path", String.class)
        .map(Path::of)
        .or(() -> state().map(folder -> folder.resolve("consoles")));
  }

  /** {@code haas.console.record}: bytes of recording for each machine at most; 0: none. */
  public int consoleRecord() {
    return number("haas.console.record", 16 * 1024 * 1024);
  }

  /** {@code haas.console.scrollback}: bytes that a newcomer sees, 256 KiB at least. */
  public int consoleScrollback() {
    return Math.max(SHORTEST_SCROLLBACK, number("haas.console.scrollback", SHORTEST_SCROLLBACK));
  }

  /**
   * {@code haas.console.quiet}: after how much silence all has been read that a BMC kept from the
   * tenure before.
   */
  public Duration consoleQuiet() {
    return duration("haas.console.quiet", Duration.ofSeconds(1));
  }

  /** {@code haas.console.pause}: between two attempts to connect a console, at most. */
  public Duration consolePause() {
    return duration("haas.console.pause", Duration.ofSeconds(30));
  }

  private String text(String key, String otherwise) {
    return config.getOptionalValue(key, String.class).orElse(otherwise);
  }

  private int natural(String key, int otherwise) {
    return Math.max(number(key, otherwise), 0);
  }

  private int number(String key, int otherwise) {
    return config.getOptionalValue(key, Integer.class).orElse(otherwise);
  }

  private URI uri(String key, String otherwise) {
    return URI.create(text(key, otherwise).replaceFirst("/+$", ""));
  }

  private Duration duration(String key, Duration otherwise) {
    return config.getOptionalValue(key, Duration.class).orElse(otherwise);
  }
}
