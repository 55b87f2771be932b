package org.haas.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.haas.rest.wire.ProblemMapper;

/** Finishes the generated description of the API, at build time. */
public class Description implements OASFilter {
  /** A field stands there under the name that it has in JSON. */
  @Override
  public Schema filterSchema(Schema schema) {
    Map<String, Schema> fields = schema.getProperties();
    if (fields != null && fields.containsKey("switchName")) {
      Map<String, Schema> named = new LinkedHashMap<>();
      fields.forEach(
          (name, field) -> named.put(name.equals("switchName") ? "switch" : name, field));
      schema.setProperties(named);
    }
    return schema;
  }

  /** Every POST takes a key. */
  @Override
  public PathItem filterPathItem(PathItem path) {
    if (path.getPOST() != null) {
      path.getPOST()
          .addParameter(
              OASFactory.createParameter()
                  .name("Idempotency-Key")
                  .in(Parameter.In.HEADER)
                  .description(
                      "1 to 64 visible characters of ASCII: the same request under the same key is"
                          + " done once, and answered with what it was answered first")
                  .schema(OASFactory.createSchema().pattern("^[!-~]{1,64}$")));
    }
    return path;
  }

  /** Every operation may be refused, always in the same form. */
  @Override
  public Operation filterOperation(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse(
            "default",
            OASFactory.createAPIResponse()
                .description("A refusal (RFC 9457)")
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            ProblemMapper.PROBLEM_JSON,
                            OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")))));
    return operation;
  }
}
