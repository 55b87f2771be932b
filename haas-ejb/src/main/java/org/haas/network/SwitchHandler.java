package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.haas.config.HaasConfig;
import org.haas.operation.Claim;
import org.haas.operation.OperationHandler;
import org.haas.operation.UpkeepStore;
import org.haas.spi.DriverException;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.switches.ContactStore;
import org.haas.switches.Drivers;
import org.haas.switches.SwitchOperation;
import org.haas.switches.SwitchStore;

/**
 * Makes switches carry what the database says. The only place that opens a session to write; {@link
 * LookHandler} opens one to read.
 */
@ApplicationScoped
class SwitchHandler implements OperationHandler<SwitchOperation> {
  @Inject private PortLedger ledger;
  @Inject private CheckStore checks;
  @Inject private SwitchStore switches;
  @Inject private ContactStore contacts;
  @Inject private Drivers drivers;
  @Inject private UpkeepStore upkeep;
  @Inject private HaasConfig config;

  @Override
  public Class<SwitchOperation> handles() {
    return SwitchOperation.class;
  }

  @Override
  public Visit<SwitchOperation> open(Claim claim) {
    return new SwitchVisit(
        claim,
        ledger,
        checks,
        upkeep,
        config.vlanPool(),
        () -> driver(claim),
        () -> login(claim),
        () -> switches.version(claim.queue().target()));
  }

  @Override
  public void cancelled(SwitchOperation operation) {
    ledger.cancelled(operation);
  }

  /**
   * A session, and the version of the switch's address, login and host key that it was opened by.
   */
  record Login(SwitchSession session, int version) {}

  private Login login(Claim claim) {
    long switchId = claim.queue().target();
    int version = switches.version(switchId);
    try {
      SwitchSession session =
          driver(claim).open(switches.endpoint(switchId, claim::holds).withFence(claim.fence()));
      contacts.opened(switchId, claim.fence());
      return new Login(session, version);
    } catch (DriverException failure) {
      contacts.failed(switchId, failure.getMessage());
      throw failure;
    }
  }

  private SwitchDriver driver(Claim claim) {
    String type = switches.type(claim.queue().target());
    return drivers
        .find(type)
        .orElseThrow(
            () ->
                new DriverException(
                    DriverException.Kind.REFUSED,
                    "There is no driver for switches of type %s in this installation yet."
                        .formatted(type)));
  }
}
