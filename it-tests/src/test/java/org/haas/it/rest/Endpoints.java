package org.haas.it.rest;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the classes of haas-rest answer to, read from their annotations. */
public final class Endpoints {
  private static final java.nio.file.Path CLASSES =
      java.nio.file.Path.of(System.getProperty("basedir", "."), "../haas-rest/target/classes");

  private Endpoints() {}

  /** Each endpoint, such as {@code GET v1/nodes/{node}}, with its query parameters. */
  public static Map<String, Set<String>> all() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass type : new ClassFileImporter().importPath(CLASSES)) {
      for (JavaMethod method : type.getMethods()) {
        verbs(method)
            .forEach(
                verb -> found.put(verb + " " + path(path(type), path(method)), queries(method)));
      }
    }
    return found;
  }

  private static Stream<String> verbs(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .filter(annotation -> annotation.isAnnotatedWith(HttpMethod.class))
        .map(annotation -> annotation.getAnnotationOfType(HttpMethod.class).value());
  }

  private static String path(JavaClass type) {
    return type.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
  }

  private static String path(JavaMethod method) {
    return method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
  }

  /** The two as one, each parameter without the form that it must have. */
  private static String path(String ofType, String ofMethod) {
    return Stream.of((ofType + "/" + ofMethod).replaceAll(": ?[^}]+", "").split("/"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/"));
  }

  private static Set<String> queries(JavaMethod method) {
    return method.getParameters().stream()
        .flatMap(parameter -> parameter.tryGetAnnotationOfType(QueryParam.class).stream())
        .map(QueryParam::value)
        .collect(Collectors.toSet());
  }
}
