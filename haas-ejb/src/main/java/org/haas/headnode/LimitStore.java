package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.haas.config.HaasConfig;
import org.haas.config.HeadnodeLimits;
import org.haas.error.HaasException;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.project.Project;

/** What the headnodes of a project may have together, and what they have. */
@ApplicationScoped
class LimitStore {
  @Inject private Tables tables;
  @Inject private HaasConfig config;

  /** What they may have. */
  @Transactional(TxType.MANDATORY)
  HeadnodeLimits of(long projectId) {
    return tables
        .rows(
            new Sql(
                "select headnodes, cpus, memory_mib, disk_gib from headnode_limit"
                    + " where project_id = ?",
                projectId),
            row ->
                new HeadnodeLimits(
                    (int) row.number(1),
                    (int) row.number(2),
                    (int) row.number(3),
                    (int) row.number(4)))
        .stream()
        .findFirst()
        .orElseGet(config::headnodeLimits);
  }

  /** What they have: those that are being removed too, as long as they are there. */
  @Transactional(TxType.MANDATORY)
  HeadnodeLimits used(long projectId) {
    return tables
        .rows(
            new Sql(
                "select count(*), coalesce(sum(cpus), 0), coalesce(sum(memory_mib), 0),"
                    + " coalesce(sum(disk_gib), 0) from headnode where project_id = ?",
                projectId),
            row ->
                new HeadnodeLimits(
                    capped(row.number(1)),
                    capped(row.number(2)),
                    capped(row.number(3)),
                    capped(row.number(4))))
        .get(0);
  }

  private static int capped(long sum) {
    return (int) Math.min(sum, HeadnodeLimits.MOST);
  }

  /** From now on they may have that; what is there already stays. */
  @Transactional(TxType.MANDATORY)
  void allow(long projectId, HeadnodeLimits limits) {
    tables.change(
        new Sql(
            "insert into headnode_limit (project_id, headnodes, cpus, memory_mib, disk_gib)"
                + " values (?, ?, ?, ?, ?) on conflict (project_id) do update set"
                + " headnodes = excluded.headnodes, cpus = excluded.cpus,"
                + " memory_mib = excluded.memory_mib, disk_gib = excluded.disk_gib",
            projectId,
            limits.headnodes(),
            limits.cpus(),
            limits.memoryMib(),
            limits.diskGib()));
  }

  /**
   * Refuses one that is too much; the project's row is locked.
   *
   * @throws HaasException BLOCKED
   */
  @Transactional(TxType.MANDATORY)
  void requireRoom(Project project, HeadnodeSpec.Size size) {
    HeadnodeLimits most = of(project.id());
    HeadnodeLimits used = used(project.id());
    require(project, "headnodes", used.headnodes() + 1L, most.headnodes());
    require(project, "processors", (long) used.cpus() + size.cpus(), most.cpus());
    require(project, "MiB of memory", (long) used.memoryMib() + size.memoryMib(), most.memoryMib());
    require(project, "GiB of disk", (long) used.diskGib() + size.diskGib(), most.diskGib());
  }

  private static void require(Project project, String what, long wanted, int most) {
    if (wanted > most) {
      throw HaasException.blocked(
          "Project %s may have %d %s in headnodes, and would have %d; delete one, or ask an administrator."
              .formatted(project.label(), most, what, wanted));
    }
  }
}
