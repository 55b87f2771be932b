package org.haas.switches;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.operation.ObservationStore;
import org.haas.operation.ObservationStore.Observation;
import org.haas.switches.DriftReport.Observing;
import org.haas.switches.DriftReport.SwitchChecked;

/** Where the switches are not as the database wants them. */
@Stateless
public class Drifts {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private ObservationStore observations;
  @Inject private DriftSearch search;

  /**
   * What the last checks found, and for administrators whether HaaS only observes. Others are told
   * of the machines that their projects hold.
   */
  public DriftReport report() {
    access.requireLogin();
    return access.isAdmin() ? made() : new DriftReport(Optional.empty(), List.of(), search.ports());
  }

  /**
   * Takes the database as it is now, although it went back in time: HaaS works again, and brings
   * each port to what the database wants when something is next asked of it.
   *
   * @throws HaasException FORBIDDEN; ILLEGAL_STATE HaaS does not observe; BLOCKED not every switch
   *     was looked at yet
   */
  @Audited("drift.accept")
  public DriftReport accept() {
    access.requireAdmin();
    DriftReport report = made();
    Observing observing =
        report
            .observing()
            .orElseThrow(
                () ->
                    new HaasException(
                        ErrorCode.ILLEGAL_STATE,
                        "HaaS does not observe; there is nothing to accept."));
    if (!observing.complete()) {
      throw HaasException.blocked(
          "The drift report is not complete: switch %s is still being read; try again later."
              .formatted(unread(report.checks()).get(0)));
    }
    observations.accept(access.caller().username());
    return made();
  }

  private DriftReport made() {
    Optional<Observation> open = observations.open();
    List<SwitchChecked> checks = open.map(this::checks).orElse(List.of());
    boolean complete = unread(checks).isEmpty();
    return new DriftReport(
        open.map(known -> new Observing(known.since(), known.reason(), complete)),
        checks,
        search.ports());
  }

  private static List<String> unread(List<SwitchChecked> checks) {
    return checks.stream()
        .filter(check -> check.state().isEmpty() || check.state().get().isOpen())
        .map(check -> check.switchName().value())
        .toList();
  }

  private List<SwitchChecked> checks(Observation since) {
    Map<Long, SwitchOperation> newest = new TreeMap<>();
    database
        .createQuery(
            "select o from SwitchOperation o where o.id > :after order by o.id",
            SwitchOperation.class)
        .setParameter("after", since.after())
        .getResultStream()
        .filter(SwitchOperation::isCheck)
        .forEach(check -> newest.put(check.queue().target(), check));
    return database
        .createQuery("select s from Switch s order by s.label", Switch.class)
        .getResultStream()
        .map(known -> checked(known, Optional.ofNullable(newest.get(known.id()))))
        .toList();
  }

  private static SwitchChecked checked(Switch known, Optional<SwitchOperation> check) {
    return new SwitchChecked(
        known.label(),
        check.map(SwitchOperation::state),
        check.flatMap(operation -> operation.view(true).error()));
  }
}
