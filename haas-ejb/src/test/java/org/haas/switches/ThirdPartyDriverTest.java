package org.haas.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.config.DriverFolder;
import org.haas.config.HaasConfig;
import org.haas.config.SettingsInMemory;
import org.haas.driver.emulator.SshEmulator;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.spi.Channel;
import org.haas.spi.DriverException;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver of docs/drivers.md, built, found and used as anybody's. */
class ThirdPartyDriverTest {
  private static final Path PAGE = Path.of("..", "docs", "drivers.md");
  private static final String ACME = "com.example.acme.AcmeSwitch";
  private static final PortName PORT = new PortName("Ethernet1/1");
  private static final PortConfig RED = PortConfig.PARKED.with(Channel.NATIVE, new VlanId(101));
  private static final PortConfig TAGGED_ONLY =
      PortConfig.PARKED.with(Channel.tagged(new VlanId(102)), new VlanId(102));

  @TempDir private Path folder;
  private DriverFolder jars;
  private Drivers drivers;

  @AfterEach
  void unload() {
    jars.close();
  }

  @Test
  void find_jarInTheFolder_isFoundAndDrivesASwitch() throws IOException {
    new ForeignJar(folder, "acme.jar").build(ACME, ForeignJar.program(PAGE), ACME);
    SwitchDriver acme = load(folder).find("acme").orElseThrow();

    assertThat(acme.getClass().getClassLoader()).isNotSameAs(SwitchDriver.class.getClassLoader());
    assertThat(drivers.knows("acme")).isTrue();
    assertThat(acme.capabilities()).isEmpty();
    SwitchEmulator acme1 = new SwitchEmulator("nexus", List.of(PORT));
    try (SshEmulator ssh = new SshEmulator("haas", "open sesame", acme1::shell);
        SwitchSession session = acme.open(endpoint(ssh))) {
      PortConfig read = session.read(List.of(PORT)).get(PORT);
      session.apply(List.of(new PortChange(PORT, read, RED)));
      session.save();

      assertThat(session.read(List.of(PORT))).containsEntry(PORT, RED);
      assertThat(acme1.carried()).containsEntry(PORT, RED);
      assertThatExceptionOfType(DriverException.class)
          .isThrownBy(() -> session.apply(List.of(new PortChange(PORT, RED, TAGGED_ONLY))))
          .withMessageContaining("only beside a native one");
    }
  }

  @Test
  void load_oneJarIsBroken_theOthersAreUsed() throws IOException {
    new ForeignJar(folder, "acme.jar").build(ACME, ForeignJar.program(PAGE), ACME);
    new ForeignJar(folder, "aaa.jar")
        .build("com.example.Other", "package com.example; class Other {}", "com.example.Missing");

    assertThat(load(folder).types()).contains("acme", "sim", "ovs", "nexus");
  }

  @Test
  void load_typeThatExists_isNotReplaced() throws IOException {
    String impostor = ForeignJar.program(PAGE).replace("super(\"acme\"", "super(\"nexus\"");
    new ForeignJar(folder, "acme.jar").build(ACME, impostor, ACME);

    assertThat(load(folder).find("nexus").orElseThrow().getClass().getName())
        .startsWith("org.haas.driver");
    assertThat(drivers.find("acme")).isEmpty();
  }

  @Test
  void load_folderIsMissing_ourDriversAreThere() {
    assertThat(load(folder.resolve("nowhere")).find("sim")).isPresent();
  }

  private Drivers load(Path from) {
    jars =
        new DriverFolder(
            new HaasConfig(new SettingsInMemory(Map.of("haas.drivers.path", from.toString()))));
    drivers = new Drivers(jars);
    drivers.load();
    return drivers;
  }

  private static SwitchEndpoint endpoint(SshEmulator ssh) {
    return new SwitchEndpoint(
        new Label("acme1"),
        "127.0.0.1",
        ssh.port(),
        "haas",
        new Secret("open sesame"),
        Optional.of(ssh.hostKey()),
        Map.of(),
        Duration.ofSeconds(5),
        () -> true);
  }
}
