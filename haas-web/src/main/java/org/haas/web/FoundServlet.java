package org.haas.web;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.haas.overview.Names;

/**
 * What the search box proposes while somebody types: an array of {@code kind}, {@code name} and
 * {@code at}, the address.
 */
@WebServlet("/found")
public class FoundServlet extends HttpServlet {
  private static final int MOST = 6;

  @Inject private Names names;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonArrayBuilder found = JSON.createArrayBuilder();
    names
        .find(Optional.ofNullable(request.getParameter("q")).orElse(""), MOST)
        .forEach(
            hit ->
                found.add(
                    JSON.createObjectBuilder()
                        .add("kind", hit.kind().name().toLowerCase(Locale.ROOT))
                        .add("name", hit.name().value())
                        .add("at", Words.address(hit))));
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(found.build().toString());
  }
}
