package org.haas.rest;

import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.ProblemMapper;

/** Finishes the generated description of the API, at build time. */
public class Description implements OASFilter {
  private static final String REQUEST = "Request";

  /** Of type Optional, which the generator does not tell. */
  private static final Set<String> OVERLOOKED = Set.of("ProjectView.role");

  /** Methods, which the generator takes for fields. */
  private static final Set<String> NO_FIELDS = Set.of("Carrier.wrong");

  private static final Predicate<Schema> IS_NULL =
      schema -> List.of(SchemaType.NULL).equals(schema.getType());

  /** A field of a view is there, unless it may be empty; then it is left out. */
  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components = api.getComponents();
    components.removeSchema(JsonValue.class.getName());
    components.removeSchema(Body.class.getSimpleName());
    components.getSchemas().forEach(Description::requireWhatIsAlwaysThere);
  }

  private static void requireWhatIsAlwaysThere(String name, Schema schema) {
    if (schema.getProperties() == null || schema.getRequired() != null || name.endsWith(REQUEST)) {
      return;
    }
    Map<String, Schema> fields = new LinkedHashMap<>();
    schema
        .getProperties()
        .forEach(
            (field, of) -> {
              if (NO_FIELDS.contains(name + "." + field)) {
                return;
              }
              if (mayBeEmpty(of) || OVERLOOKED.contains(name + "." + field)) {
                fields.put(field, present(of));
              } else {
                fields.put(field, of);
                schema.addRequired(field);
              }
            });
    schema.setProperties(fields);
  }

  private static boolean mayBeEmpty(Schema field) {
    boolean either = field.getAnyOf() != null && field.getAnyOf().stream().anyMatch(IS_NULL);
    return either || (field.getType() != null && field.getType().contains(SchemaType.NULL));
  }

  /** What it is when it is there. */
  private static Schema present(Schema field) {
    if (field.getAnyOf() != null) {
      return field.getAnyOf().stream().filter(IS_NULL.negate()).findFirst().orElseThrow();
    }
    if (field.getType() != null) {
      field.setType(field.getType().stream().filter(type -> type != SchemaType.NULL).toList());
    }
    return field;
  }

  /** A field stands there under the name that it has in JSON; any JSON is any. */
  @Override
  public Schema filterSchema(Schema schema) {
    if (schema.getRef() != null && schema.getRef().endsWith(JsonValue.class.getName())) {
      schema.setRef(null);
      schema.setDescription("Any JSON");
    }
    Map<String, Schema> fields = schema.getProperties();
    if (fields != null && fields.containsKey("switchName")) {
      Map<String, Schema> named = new LinkedHashMap<>();
      fields.forEach(
          (name, field) -> named.put(name.equals("switchName") ? "switch" : name, field));
      schema.setProperties(named);
    }
    return schema;
  }

  /** What it means. */
  @Override
  public Parameter filterParameter(Parameter parameter) {
    if (parameter.getDescription() == null) {
      parameter.setDescription(ParameterTexts.ALL.get(parameter.getName()));
    }
    return parameter;
  }

  /** Every POST takes a key; every GET of a whole thing is tagged. */
  @Override
  public PathItem filterPathItem(PathItem path) {
    if (path.getPOST() != null) {
      path.getPOST()
          .addParameter(
              header(
                  "Idempotency-Key",
                  "1 to 64 visible characters of ASCII: the same request under the same key is done"
                      + " once, and answered with what it was answered first"));
    }
    if (path.getGET() != null) {
      TagTexts.tag(path.getGET());
    }
    return path;
  }

  static Parameter header(String name, String text) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(text)
        .schema(OASFactory.createSchema().ref(name.replace("-", "")));
  }

  /** What is no JSON is text, or bytes. */
  @Override
  public APIResponse filterAPIResponse(APIResponse response) {
    if (response.getContent() != null) {
      response.getContent().getMediaTypes().entrySet().stream()
          .filter(media -> !media.getKey().endsWith("json"))
          .forEach(media -> media.getValue().setSchema(OASFactory.createSchema().ref("Text")));
    }
    return response;
  }

  /** A body is described under the operation's name; every refusal has the same form. */
  @Override
  public Operation filterOperation(Operation operation) {
    TagTexts.refuse(operation);
    if (operation.getRequestBody() != null) {
      String id = operation.getOperationId();
      String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + REQUEST;
      operation
          .getRequestBody()
          .getContent()
          .getMediaTypes()
          .values()
          .forEach(media -> media.setSchema(OASFactory.createSchema().ref(name)));
    }
    operation.getResponses().addAPIResponse("default", refusal("A refusal (RFC 9457)"));
    return operation;
  }

  static APIResponse refusal(String text) {
    return OASFactory.createAPIResponse()
        .description(text)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    ProblemMapper.PROBLEM_JSON,
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"))));
  }
}
