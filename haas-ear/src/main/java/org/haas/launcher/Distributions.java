package org.haas.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The servers as Maven fetched them, and what the build made. {@code run} sees to it that both are
 * there and fresh.
 *
 * @param project the folder of the project
 */
record Distributions(Path project, Properties versions) {

  /** Those of the versions that this launcher was built with. */
  static Distributions of(Path project) throws IOException {
    Properties versions = new Properties();
    try (InputStream file = Distributions.class.getResourceAsStream("/versions.properties")) {
      versions.load(file);
    }
    return new Distributions(project, versions);
  }

  Path payara() {
    return fetched("payara-%s.zip", "payara");
  }

  Path keycloak() {
    return fetched("keycloak-%s.zip", "keycloak");
  }

  Path postgres() {
    return fetched("postgres-%s.jar", "postgres");
  }

  Path jdbcDriver() {
    return fetched("postgresql-%s.jar", "postgresql");
  }

  String version(String part) {
    return versions.getProperty(part);
  }

  Path ear() {
    return there(project.resolve("haas-ear/target/haas.ear"));
  }

  Path agent() {
    return there(project.resolve("haas-ear/target").resolve(DomainXml.AGENT));
  }

  Path drivers() {
    return there(
        project.resolve("haas-drivers/target/haas-drivers-%s.jar".formatted(version("haas"))));
  }

  Path realm() {
    return there(project.resolve("docker/realm/haas-realm.json"));
  }

  Path serverCommands(String file) {
    return there(project.resolve("docker/payara").resolve(file));
  }

  private Path fetched(String form, String part) {
    return there(
        project.resolve("haas-ear/target/distributions").resolve(form.formatted(version(part))));
  }

  private static Path there(Path file) {
    if (!Files.exists(file)) {
      throw new Failure("%s is missing: start HaaS by ./run, which makes it.".formatted(file));
    }
    return file;
  }
}
