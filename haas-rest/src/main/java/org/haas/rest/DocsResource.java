package org.haas.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.haas.error.Retried;

/**
 * The description of the API and the page that shows it. Anybody may read these: they are made at
 * build time and hold no data.
 */
@ApplicationScoped
@Retried
@Path("")
public class DocsResource {
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html;charset=UTF-8",
          "docs.js", "text/javascript;charset=UTF-8",
          "swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
          "swagger-ui.css", "text/css;charset=UTF-8",
          "openapi.json", "application/json",
          "openapi.yaml", "application/yaml");

  private static final String ONLY_FROM_HERE =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'";

  /** The page. */
  @GET
  @Path("docs")
  @Operation(hidden = true)
  public Response page() {
    return file("index.html");
  }

  /** What the page is made of. */
  @GET
  @Path("docs/{file}")
  @Operation(hidden = true)
  public Response part(@PathParam("file") String file) {
    return file(file);
  }

  /** The description of v1. */
  @GET
  @Path("v1/{file: openapi[.](json|yaml)}")
  @Operation(hidden = true)
  public Response description(@PathParam("file") String file) {
    return file(file);
  }

  private static Response file(String name) {
    if (!TYPES.containsKey(name)) {
      throw new NotFoundException();
    }
    InputStream content = DocsResource.class.getResourceAsStream("docs/" + name);
    return Response.ok(content, TYPES.get(name))
        .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
        .header("Content-Security-Policy", ONLY_FROM_HERE)
        .build();
  }
}
