package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.HypervisorDriver.VmScreen;
import org.haas.spi.VmId;
import org.haas.spi.VmState;

/** Opens the consoles and screens of headnodes. Never inside a transaction. */
@ApplicationScoped
public class HeadnodeLineHandler {
  @Inject private Tables tables;
  @Inject private HypervisorStore hypervisors;

  /** Where a headnode is, as it is recorded. */
  private record Spot(long hypervisor, VmId vm, HeadnodeState state) {}

  /**
   * Its serial console.
   *
   * @param mayProceed whether the caller still has the right to it
   * @throws DriverException UNREACHABLE also when it does not run: it may soon
   */
  public BmcConsole console(long headnode, BooleanSupplier mayProceed) {
    Spot spot = running(headnode);
    try (HypervisorSession session = session(spot, mayProceed)) {
      requireActive(session, spot.vm());
      return session.console(spot.vm());
    }
  }

  /**
   * Its screen.
   *
   * @throws DriverException UNREACHABLE also when it does not run
   */
  public VmScreen screen(long headnode) {
    Spot spot = running(headnode);
    try (HypervisorSession session = session(spot, () -> true)) {
      requireActive(session, spot.vm());
      return session.screen(spot.vm());
    }
  }

  private HypervisorSession session(Spot spot, BooleanSupplier mayProceed) {
    HypervisorStore.Host host = hypervisors.host(spot.hypervisor(), mayProceed);
    return host.driver().open(host.endpoint());
  }

  /** A hypervisor is not asked for one that was stopped. */
  private Spot running(long headnode) {
    Sql wanted =
        new Sql(
            "select hypervisor_id, cast(vm as text), state from headnode where id = ?", headnode);
    return tables
        .rows(
            wanted,
            row ->
                new Spot(
                    row.number(1), VmId.parse(row.text(2)), HeadnodeState.valueOf(row.text(3))))
        .stream()
        .filter(spot -> spot.state() == HeadnodeState.RUNNING || isUnderWay(spot.state()))
        .findFirst()
        .orElseThrow(HeadnodeLineHandler::notRunning);
  }

  /** One that is being made is started perhaps, and its first words are the most wanted. */
  private static boolean isUnderWay(HeadnodeState state) {
    return state == HeadnodeState.CREATING;
  }

  private static void requireActive(HypervisorSession session, VmId vm) {
    VmState state = session.state(vm);
    if (state != VmState.RUNNING && state != VmState.PAUSED) {
      throw notRunning();
    }
  }

  private static DriverException notRunning() {
    return new DriverException(Kind.UNREACHABLE, "The headnode does not run.");
  }
}
