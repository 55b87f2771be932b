package org.haas.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.haas.error.ErrorView;
import org.haas.error.Errors;

/** The error page. */
@Named("error")
@RequestScoped
public class ErrorBean {
  @Inject private HttpServletRequest request;

  private ErrorView failure;

  /** The HTTP status. */
  public int getStatus() {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
  }

  /** Which of the page's titles fits: 403, 404, or 500 for the rest. */
  public String getTitle() {
    int status = getStatus();
    return "error."
        + (status == HttpServletResponse.SC_FORBIDDEN || status == HttpServletResponse.SC_NOT_FOUND
            ? status
            : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
  }

  /** What there is to say about it; empty when the title says it all. */
  public String getMessage() {
    if (request.getAttribute(Failure.VIEW) instanceof ErrorView told) {
      return told.message();
    }
    if (failure == null
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      failure = Errors.view(thrown);
    }
    return failure == null ? "" : failure.message();
  }
}
