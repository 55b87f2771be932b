package org.haas.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.config.VlanPool;
import org.haas.operation.Claims;
import org.haas.operation.QueueId;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.haas.spi.SwitchEndpoint;

/** A visit of a switch in memory, with what it leaves behind. */
abstract class VisitTest {
  private static final SwitchEndpoint ENDPOINT =
      new SwitchEndpoint(
          new Label("tor-1"),
          "127.0.0.1",
          22,
          "",
          Secret.NONE,
          Optional.empty(),
          Map.of(),
          Duration.ofSeconds(1),
          () -> true);

  final List<String> log = new ArrayList<>();
  final SwitchInMemory hardware = new SwitchInMemory(log);
  final LedgerInMemory ledger = new LedgerInMemory(log);
  final ChecksInMemory checks = new ChecksInMemory(ledger);
  final Rack rack = new Rack();
  final SwitchVisit visit = visit();
  int version = 1;

  SwitchVisit visit() {
    return new SwitchVisit(
        Claims.on(QueueId.ofSwitch(7)),
        ledger,
        checks,
        ledger.upkeep,
        VlanPool.parse("100-102"),
        () -> hardware,
        () -> new SwitchHandler.Login(hardware.open(ENDPOINT), version),
        () -> version);
  }
}
