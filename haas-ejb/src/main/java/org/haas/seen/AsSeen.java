package org.haas.seen;

import java.util.function.BooleanSupplier;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * What the caller has seen of the thing that this request changes; request-scoped ({@link Sights}).
 * Empty for requests that say nothing of it, which is nearly all.
 */
public class AsSeen {
  private BooleanSupplier unchanged;

  /**
   * From now on this request changes the thing only if it is as the caller has seen it.
   *
   * @param stillSo whether it is; reads it anew, in the transaction that asks
   */
  public void expect(BooleanSupplier stillSo) {
    unchanged = stillSo;
  }

  /**
   * Refuses to change what is not as the caller has seen it. To be called when he may change it,
   * its row is locked and nothing is changed yet: then nobody changes it in between. Costs nothing
   * where he said nothing.
   *
   * @throws HaasException PRECONDITION_FAILED
   */
  public void requireUnchanged(String kind, Object name) {
    BooleanSupplier question = unchanged;
    unchanged = null;
    if (question != null && !question.getAsBoolean()) {
      throw new HaasException(
          ErrorCode.PRECONDITION_FAILED,
          "The %s %s is not as you saw it any more; read it again, and decide anew."
              .formatted(kind, name));
    }
  }

  /**
   * Has no change committed that forgot to ask.
   *
   * @throws IllegalStateException what the caller has seen was not asked for
   */
  public void requireAsked() {
    if (unchanged != null) {
      throw new IllegalStateException("a change did not ask what its caller has seen");
    }
  }
}
