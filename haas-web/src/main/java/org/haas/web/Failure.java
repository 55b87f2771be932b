package org.haas.web;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.PartialResponseWriter;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorView;
import org.haas.error.Errors;
import org.haas.web.login.Paths;

/**
 * What no page has dealt with: for a page that cannot be shown the error page, for something done
 * on a page a note on it. A page that was open for too long is loaded again.
 */
class Failure extends ExceptionHandlerWrapper {
  /** The request attribute under which the error page finds what to say. */
  static final String VIEW = "haas.error";

  Failure(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Optional<Throwable> first = take();
    FacesContext context = FacesContext.getCurrentInstance();
    if (first.isEmpty() || context.getResponseComplete()) {
      return;
    }
    try {
      if (isExpired(first.get())) {
        loadAgain(context);
      } else {
        tell(context, Errors.view(first.get()));
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    context.responseComplete();
  }

  private Optional<Throwable> take() {
    Optional<Throwable> first = Optional.empty();
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      Throwable failure = events.next().getContext().getException();
      first = first.isPresent() ? first : Optional.of(failure);
      events.remove();
    }
    return first;
  }

  private static boolean isExpired(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ViewExpiredException) {
        return true;
      }
    }
    return false;
  }

  private static void loadAgain(FacesContext context) throws IOException {
    ExternalContext external = context.getExternalContext();
    String note =
        context.getApplication().getResourceBundle(context, "msg").getString("error.expired");
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, note, null));
    external.getFlash().setKeepMessages(true);
    external.redirect(
        Paths.ownPage(
            external.getRequestHeaderMap().get("Referer"),
            CDI.current().select(HaasConfig.class).get().publicUrl()));
  }

  private static void tell(FacesContext context, ErrorView error) throws IOException {
    ExternalContext external = context.getExternalContext();
    if (!context.getPartialViewContext().isAjaxRequest()) {
      external.getRequestMap().put(VIEW, error);
      external.responseSendError(error.code().status(), null);
      return;
    }
    external.responseReset();
    external.setResponseContentType("text/xml");
    external.setResponseCharacterEncoding("UTF-8");
    PartialResponseWriter writer = context.getPartialViewContext().getPartialResponseWriter();
    writer.startDocument();
    writer.startEval();
    writer.write("haas.note(" + JSON.createValue(error.message()) + ")");
    writer.endEval();
    writer.endDocument();
  }
}
