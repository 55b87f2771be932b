package org.haas.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HaasConfigTest {
  static Stream<Arguments> settings() {
    return Stream.of(
        setting(
            "haas.public.url",
            HaasConfig::publicUrl,
            URI.create("http://localhost:8080"),
            "https://haas.example/",
            URI.create("https://haas.example")),
        setting(
            "haas.instance.url",
            HaasConfig::instanceUrl,
            URI.create(OwnAddress.url(8080)),
            "https://one.haas.example/",
            URI.create("https://one.haas.example")),
        setting(
            "haas.oidc.issuer",
            HaasConfig::oidcIssuer,
            URI.create("http://localhost:8180/realms/haas"),
            "https://login.example/realms/lab/",
            URI.create("https://login.example/realms/lab")),
        setting("haas.oidc.client.id", HaasConfig::oidcClientId, "haas-portal", "own", "own"),
        setting("haas.oidc.client.secret", HaasConfig::oidcClientSecret, "", "hidden", "hidden"),
        setting("haas.oidc.audience", HaasConfig::oidcAudience, "haas-rest", "api", "api"),
        setting(
            "haas.oidc.admin.url",
            HaasConfig::oidcAdminUrl,
            URI.create("http://localhost:8180/admin/realms/haas"),
            "https://inside.example/admin/realms/haas",
            URI.create("https://inside.example/admin/realms/haas")),
        setting("haas.v0.basic", HaasConfig::v0Basic, true, "false", false),
        setting("haas.v0.basic.cache", HaasConfig::v0BasicCache, seconds(60), "PT5S", seconds(5)),
        setting(
            "haas.master.key.file",
            HaasConfig::masterKeyFile,
            Optional.empty(),
            "/etc/haas/key",
            Optional.of(Path.of("/etc/haas/key"))),
        setting(
            "haas.vlan.pool",
            HaasConfig::vlanPool,
            VlanPool.parse("100-999"),
            "7,9-11",
            VlanPool.parse("7,9-11")),
        setting(
            "haas.drivers.path",
            HaasConfig::driversPath,
            Optional.empty(),
            "/opt/drivers",
            Optional.of(Path.of("/opt/drivers"))),
        setting("haas.switch.timeout", HaasConfig::switchTimeout, seconds(10), "PT3S", seconds(3)),
        setting("haas.switch.attempts", HaasConfig::switchAttempts, 5, "2", 2),
        setting("haas.switch.backoff", HaasConfig::switchBackoff, seconds(1), "PT4S", seconds(4)),
        setting("haas.bmc.timeout", HaasConfig::bmcTimeout, seconds(5), "PT9S", seconds(9)),
        setting("haas.bmc.parallel", HaasConfig::bmcParallel, 128, "4", 4),
        setting("haas.bmc.settle", HaasConfig::bmcSettle, seconds(60), "PT2M", seconds(120)),
        setting("haas.bmc.shutdown", HaasConfig::bmcShutdown, seconds(300), "PT1M", seconds(60)),
        setting("haas.power.every", HaasConfig::powerEvery, seconds(60), "PT0S", seconds(0)),
        setting("haas.rate.requests", HaasConfig::rateRequests, 10_000, "-1", 0),
        setting("haas.rate.logins", HaasConfig::rateLogins, 600, "30", 30),
        setting("haas.power.parallel", HaasConfig::powerParallel, 32, "8", 8),
        setting("haas.release.power-off", HaasConfig::releasePowerOff, true, "false", false),
        setting(
            "haas.audit.retention",
            HaasConfig::auditRetention,
            Duration.ofDays(730),
            "P30D",
            Duration.ofDays(30)),
        setting(
            "haas.access.proxies",
            HaasConfig::proxies,
            TrustedProxies.NONE,
            "127.0.0.1, 10.0.0.0/8",
            TrustedProxies.parse("127.0.0.1,10.0.0.0/8")),
        setting("haas.switch.late", HaasConfig::switchLate, seconds(120), "PT5M", seconds(300)),
        setting("haas.reconcile.look", HaasConfig::reconcileLook, seconds(45), "PT0S", seconds(0)),
        setting(
            "haas.reconcile.every", HaasConfig::reconcileEvery, seconds(3600), "PT0S", seconds(0)),
        setting("haas.reconcile.repair", HaasConfig::reconcileRepair, false, "true", true),
        setting(
            "haas.state",
            HaasConfig::state,
            Optional.empty(),
            "/var/lib/haas",
            Optional.of(Path.of("/var/lib/haas"))),
        setting(
            "haas.maintenance.timeout",
            HaasConfig::maintenanceTimeout,
            seconds(10),
            "PT5S",
            seconds(5)),
        setting(
            "haas.hypervisor.timeout",
            HaasConfig::hypervisorTimeout,
            seconds(20),
            "PT5S",
            seconds(5)),
        setting(
            "haas.headnode.shutdown",
            HaasConfig::headnodeShutdown,
            seconds(120),
            "PT30S",
            seconds(30)),
        setting(
            "haas.headnode.limits",
            HaasConfig::headnodeLimits,
            HeadnodeLimits.parse("5,10,16384,200"),
            "1,2,3,4",
            new HeadnodeLimits(1, 2, 3, 4)),
        setting("haas.queue.linger", HaasConfig::queueLinger, seconds(10), "PT2S", seconds(2)),
        setting("haas.queue.claim", HaasConfig::queueClaim, seconds(20), "PT30S", seconds(30)),
        setting(
            "haas.webhook.networks",
            HaasConfig::webhookNetworks,
            List.of(),
            "10.7.0.0/16, ::1",
            List.of(
                TrustedProxies.Network.parse("10.7.0.0/16"), TrustedProxies.Network.parse("::1"))),
        setting(
            "haas.webhook.timeout", HaasConfig::webhookTimeout, seconds(10), "PT3S", seconds(3)),
        setting("haas.events.streams", HaasConfig::eventStreams, 4000, "100", 100),
        setting(
            "haas.console.path",
            HaasConfig::consolePath,
            Optional.empty(),
            "/var/log/consoles",
            Optional.of(Path.of("/var/log/consoles"))),
        setting("haas.console.record", HaasConfig::consoleRecord, 16777216, "0", 0),
        setting(
            "haas.console.scrollback", HaasConfig::consoleScrollback, 262144, "1000000", 1000000),
        setting("haas.console.quiet", HaasConfig::consoleQuiet, seconds(1), "PT3S", seconds(3)),
        setting("haas.console.pause", HaasConfig::consolePause, seconds(30), "PT5S", seconds(5)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void value_keyNotSet_isTheDefault(
      String key, Function<HaasConfig, Object> value, Object byDefault) {
    assertThat(value.apply(with(Map.of()))).as(key).isEqualTo(byDefault);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void value_keySet_isWhatItSays(
      String key, Function<HaasConfig, Object> value, Object byDefault, String text, Object set) {
    assertThat(value.apply(with(Map.of(key, text)))).isEqualTo(set).isNotEqualTo(byDefault);
  }

  @Test
  void settings_comparedWithTheClass_areAll() {
    long keys =
        Arrays.stream(HaasConfig.class.getDeclaredMethods())
            .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
            .count();
    assertThat(settings()).hasSize((int) keys);
  }

  @Test
  void oidcAdminUrl_onlyIssuerSet_followsTheIssuer() {
    HaasConfig config = with(Map.of("haas.oidc.issuer", "https://login.example/realms/lab"));
    assertThat(config.oidcAdminUrl())
        .isEqualTo(URI.create("https://login.example/admin/realms/lab"));
  }

  @Test
  void v0BasicCache_overAMinute_isAMinute() {
    assertThat(with(Map.of("haas.v0.basic.cache", "PT5M")).v0BasicCache()).isEqualTo(seconds(60));
  }

  @Test
  void auditRetention_underADay_isADay() {
    assertThat(with(Map.of("haas.audit.retention", "PT1S")).auditRetention())
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void consolePath_onlyStateSet_isInIt() {
    assertThat(with(Map.of("haas.state", "/var/lib/haas")).consolePath())
        .contains(Path.of("/var/lib/haas/consoles"));
  }

  @Test
  void consoleScrollback_tooShort_isTheShortest() {
    assertThat(with(Map.of("haas.console.scrollback", "5")).consoleScrollback()).isEqualTo(262144);
  }

  private static Arguments setting(
      String key, Function<HaasConfig, Object> value, Object byDefault, String text, Object set) {
    return Arguments.of(key, value, byDefault, text, set);
  }

  private static HaasConfig with(Map<String, String> values) {
    return new HaasConfig(new SettingsInMemory(values));
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }
}
