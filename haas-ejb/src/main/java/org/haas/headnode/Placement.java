package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.haas.error.HaasException;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;

/**
 * Chooses where a headnode will be: on the hypervisor that has its image, was reached last time,
 * and has the most memory left when all its headnodes run. Asks the database only; who was placed a
 * moment ago counts already.
 */
@ApplicationScoped
class Placement {
  private static final String ABLE =
      " from hypervisor h join hypervisor_sight s on s.hypervisor_id = h.id"
          + " join hypervisor_image i on i.hypervisor_id = h.id where i.label = ?"
          + " and s.read_at is not null and s.error is null";

  private static final String ROOM =
      "s.room_mib - coalesce((select sum(n.memory_mib) from headnode n"
          + " where n.hypervisor_id = h.id), 0)";

  @Inject private Tables tables;

  /** What one of them offers. */
  private record Offer(long hypervisor, long roomMib, long imageGib) {}

  /**
   * The hypervisor's row. Two who choose at once wait for one another.
   *
   * @throws HaasException BAD_ARGUMENT there is no such image, or it needs a larger disk; BLOCKED
   *     no hypervisor has room
   */
  long choose(HeadnodeSpec spec) {
    String image = spec.image().value();
    tables.rows(
        new Sql("select h.id" + ABLE + " order by h.id for no key update of h", image),
        row -> row.number(1));
    List<Offer> offers =
        tables.rows(
            new Sql("select h.id, " + ROOM + ", i.size_gib" + ABLE + " order by 2 desc, 1", image),
            row -> new Offer(row.number(1), row.number(2), row.number(3)));
    if (offers.isEmpty()) {
      refuse(spec.image());
    }
    Offer best = offers.get(0);
    if (best.imageGib() > spec.size().diskGib()) {
      throw HaasException.badArgument(
          "diskGib", "image %s needs a disk of %d GiB at least.".formatted(image, best.imageGib()));
    }
    if (best.roomMib() < spec.size().memoryMib()) {
      throw HaasException.blocked(
          "No hypervisor has %d MiB of memory left; ask for less, or delete a headnode."
              .formatted(spec.size().memoryMib()));
    }
    return best.hypervisor();
  }

  private void refuse(Label image) {
    List<Label> images = images();
    if (images.contains(image)) {
      throw HaasException.blocked(
          "No hypervisor that has image %s answers now; try again later.".formatted(image));
    }
    String names = images.stream().map(Label::value).collect(Collectors.joining(", "));
    throw HaasException.badArgument(
        "image",
        "there is no image %s; %s."
            .formatted(
                image, names.isEmpty() ? "no hypervisor has any yet" : "there are: " + names));
  }

  /** The images that some hypervisor has, by name. */
  List<Label> images() {
    return tables.rows(
        new Sql("select distinct label from hypervisor_image order by label"),
        row -> new Label(row.text(1)));
  }
}
