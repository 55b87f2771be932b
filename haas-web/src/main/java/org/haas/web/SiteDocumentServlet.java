package org.haas.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.haas.access.Access;
import org.haas.config.HaasConfig;
import org.haas.web.login.Origin;

/**
 * Takes a site document, as a file or as text, and leads to the page that shows what it would
 * change. Nothing is changed here.
 */
@WebServlet("/admin/inventory/document")
@MultipartConfig(
    maxFileSize = SiteDocumentServlet.MAX_BYTES,
    maxRequestSize = 2L * SiteDocumentServlet.MAX_BYTES,
    fileSizeThreshold = 2 * SiteDocumentServlet.MAX_BYTES)
public class SiteDocumentServlet extends HttpServlet {
  /** The largest document, as in the API. */
  static final int MAX_BYTES = 16 << 20;

  private static final String PAGE = "/admin/inventory/import";

  @Inject private HaasConfig config;
  @Inject private Access access;
  @Inject private SiteDraft draft;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (!Origin.isOwn(request, config.publicUrl()) || !access.isAdmin()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      byte[] file = bytes(request.getPart("file"));
      byte[] json = file.length > 0 ? file : bytes(request.getPart("text"));
      response.sendRedirect(
          json.length == 0 ? PAGE : PAGE + "?draft=" + draft.keep(json, file.length == 0));
    } catch (IllegalStateException tooLarge) {
      response.sendRedirect(PAGE + "?problem=large");
    }
  }

  private static byte[] bytes(Part part) throws IOException {
    if (part == null) {
      return new byte[0];
    }
    try (InputStream stream = part.getInputStream()) {
      return stream.readAllBytes();
    }
  }
}
