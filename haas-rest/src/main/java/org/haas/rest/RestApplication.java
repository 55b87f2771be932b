package org.haas.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The WAR's one application, under {@code /api}: v1 is ours, v0 is HIL's. */
@ApplicationScoped
@ApplicationPath("/")
@OpenAPIDefinition(
    info =
        @Info(
            title = "HaaS",
            version = "1",
            description =
                "Reserve physical machines and connect them by isolated networks. Every refusal is"
                    + " application/problem+json (RFC 9457)."),
    security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
public class RestApplication extends Application {
  private static final String KEEP_LOCATION_RELATIVE =
      "jersey.config.server.headers.location.relative.resolution.disabled";

  /** Describes the API a second time, and tells the server's version. */
  private static final String NO_WADL = "jersey.config.server.wadl.disableWadl";

  /** A Location stays a path: what the client called the host may be a proxy's business. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(KEEP_LOCATION_RELATIVE, true, NO_WADL, true);
  }
}
