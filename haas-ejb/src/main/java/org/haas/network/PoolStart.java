package org.haas.network;

import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.haas.config.HaasConfig;
import org.haas.config.VlanPool;
import org.haas.spi.VlanId;

/**
 * Brings the pool in the database to the configured one, at every start. An id that left the pool
 * keeps its network and is not given again.
 */
@Singleton
@Startup
@DependsOn("Migration")
public class PoolStart {
  private static final System.Logger LOG = System.getLogger(PoolStart.class.getName());

  @PersistenceContext private EntityManager database;
  @Inject private HaasConfig config;

  @PostConstruct
  void align() {
    VlanPool pool = config.vlanPool();
    String ids = "{" + String.join(",", pool.ids().stream().map(VlanId::toString).toList()) + "}";
    database
        .createNativeQuery(
            "insert into vlan (id, in_pool) select unnest(cast(?1 as integer[])), true"
                + " on conflict (id) do update set in_pool = true where not vlan.in_pool")
        .setParameter(1, ids)
        .executeUpdate();
    database
        .createNativeQuery(
            "update vlan set in_pool = false where in_pool and id <> all (cast(?1 as integer[]))")
        .setParameter(1, ids)
        .executeUpdate();
    LOG.log(INFO, "the VLAN pool has {0} ids", pool.ids().size());
  }
}
