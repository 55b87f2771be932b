package org.haas.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;

/** Forms go to the address that people see, not to the file behind it. */
public class PageAddresses extends ViewHandlerWrapper {

  /** Around the server's own. */
  public PageAddresses(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    Object seen =
        context.getExternalContext().getRequestMap().get(RequestDispatcher.FORWARD_REQUEST_URI);
    return seen == null ? super.getActionURL(context, viewId) : seen.toString();
  }
}
