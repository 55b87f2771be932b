package org.haas.operation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The open visits of one worker, one for each kind of operation that came along. */
final class Visits implements AutoCloseable {
  private final Handlers handlers;
  private final Claim claim;
  private final Map<Class<?>, OperationHandler.Visit<Operation>> open = new HashMap<>();

  Visits(Handlers handlers, Claim claim) {
    this.handlers = handlers;
    this.claim = claim;
  }

  void run(List<Operation> due) {
    due.stream()
        .collect(Collectors.groupingBy(Object::getClass, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (kind, operations) ->
                open.computeIfAbsent(kind, type -> handlers.of(type).open(claim)).run(operations));
  }

  @Override
  public void close() {
    open.values().forEach(OperationHandler.Visit::close);
  }
}
