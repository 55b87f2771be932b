package org.haas.web;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link Failure} in place of the server's stack trace. */
public class Failures extends ExceptionHandlerFactory {

  /** Around the server's own. */
  public Failures(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Failure(getWrapped().getExceptionHandler());
  }
}
