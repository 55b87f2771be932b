package org.haas.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.haas.bench.empty.EmptyApplication;
import org.haas.bench.empty.EmptyResource;
import org.haas.it.Running;

/** Deploys the web application that does nothing beside HaaS, by Payara's own command. */
final class EmptyServer {
  private static final int PORTAL = 8080;
  private static final int ADMINISTRATION = 4848;
  private static final long LONGEST_SECONDS = 180;

  private EmptyServer() {}

  static void deploy() throws IOException, InterruptedException {
    Path war = Files.createTempFile("haas-empty", ".war");
    try (OutputStream file = Files.newOutputStream(war);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      add(zip, EmptyApplication.class);
      add(zip, EmptyResource.class);
      zip.putNextEntry(new ZipEntry("WEB-INF/beans.xml"));
    }
    int port = Running.url().getPort() - PORTAL + ADMINISTRATION;
    List<String> command =
        List.of(
            asadmin().toString(),
            "--port",
            Integer.toString(port),
            "deploy",
            "--force=true",
            "--name",
            "haas-empty",
            "--contextroot",
            "/haas-empty",
            war.toString());
    Path log = Files.createTempFile("haas-empty", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("AS_JAVA", System.getProperty("java.home"));
    Process process = builder.start();
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroy();
      throw new IllegalStateException("Not deployed: " + Files.readString(log));
    }
  }

  private static void add(ZipOutputStream zip, Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + path));
    try (InputStream bytes = type.getResourceAsStream("/" + path)) {
      bytes.transferTo(zip);
    }
  }

  private static Path asadmin() throws IOException {
    try (Stream<Path> found =
        Files.find(Running.state().resolve("payara"), 3, (p, a) -> isTool(p))) {
      return found
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("No asadmin in " + Running.state()));
    }
  }

  private static boolean isTool(Path path) {
    return path.endsWith(Path.of("bin", "asadmin"));
  }
}
