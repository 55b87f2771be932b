package org.haas.it.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.haas.spi.PortConfig;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody asked for: finding what differs, putting it right, finishing what had failed. */
@ExtendWith(ArquillianExtension.class)
class ReconcileIT extends DriftBench {
  @Deployment
  static EnterpriseArchive deployment() {
    return HaasArchive.ear();
  }

  @Test
  void check_portChangedByHand_isToldUntilItIsRight() {
    PortConfig wanted = connected();
    byHand(PortConfig.PARKED);
    check();
    assertThat(differing()).singleElement().satisfies(drift -> assertTold(drift, wanted));
    assertThat(running()).as("only told").isEqualTo(PortConfig.PARKED);
    byHand(wanted);
    check();
    assertThat(differing()).isEmpty();
  }

  @Test
  void check_afterAWorkerVanished_putsRightWhatHisLastLinesDid() {
    PortConfig wanted = connected();
    byHand(PortConfig.PARKED);
    bench.update(
        "update work_queue set check_at = clock_timestamp(), mend_at = clock_timestamp()"
            + " where name = ?",
        queue());
    Bench.await(() -> running().equals(wanted));
    Bench.await(
        () ->
            bench.number(
                    "select count(*) from work_queue where name = ? and mend_at is null", queue())
                == 1);
    assertThat(asked("recheck_switch")).isEqualTo(1);
    assertThat(asked("read_port")).isEqualTo(1);
  }

  @Test
  void check_detachThatWasGivenUp_isFinished() {
    connected();
    bench.update(
        "update attachment set state = 'DETACHING' where network_id ="
            + " (select id from network where label = ?)",
        network.value());
    check();
    Bench.await(() -> attachments.ofNodes(List.of(node)).isEmpty());
    Bench.await(() -> running().parked());
    bench.asMember(project);
    networks.delete(network);
    nodes.release(Optional.of(project), node);
  }

  @Test
  void check_vlanThatTheSwitchDidNotForget_isTakenOffQuarantine() {
    connected();
    long vlan =
        bench.number(
            "select max(v.id) from vlan v where v.in_pool and v.state = 'FREE' and not exists"
                + " (select 1 from vlan_carrier c where c.vlan = v.id)");
    bench.update(
        "insert into vlan_carrier (vlan, switch_id) select cast(? as integer), id from switch"
            + " where label = ?",
        (int) vlan,
        bench.switchName().value());
    check();
    Bench.await(
        () ->
            bench.number(
                    "select count(*) from vlan_carrier where vlan = cast(? as integer)", (int) vlan)
                == 0);
    assertThat(asked("retire_vlan")).isEqualTo(1);
  }

  @Test
  void check_whileAnOperationIsOpen_doesNotCountThePort() {
    PortConfig wanted = connected();
    byHand(PortConfig.PARKED);
    bench.update(
        "insert into operation (uuid, queue, kind, action, state, requested_by, requested_at,"
            + " port_id, not_before) select gen_random_uuid(), ?, 'switch', 'read_port', 'PENDING',"
            + " 'it', now(), p.id, now() + interval '1 hour' from port p join switch s"
            + " on s.id = p.switch_id where s.label = ?",
        queue(),
        bench.switchName().value());
    check();
    assertThat(differing()).isEmpty();
    bench.update(
        "update operation set not_before = now() where queue = ? and requested_by = 'it'", queue());
    Bench.await(() -> running().equals(wanted));
  }
}
