package org.haas.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Payara's domain: configuration and deployed application, nothing that cannot be made again. It is
 * made anew when anything that goes into it has changed, the EAR above all; otherwise Payara boots
 * what it deployed before.
 *
 * @param server the unpacked distribution
 * @param folder of the domain
 */
record Domain(Path server, Path folder, Settings settings, Distributions distributions) {

  /** Whether it was made, and the application deployed, from what is there now. */
  boolean isCurrent() throws IOException {
    return Files.exists(stampFile()) && Files.readString(stampFile()).equals(stamp());
  }

  /** To be called when the application of a fresh domain answers. */
  void confirm() throws IOException {
    Files.writeString(stampFile(), stamp());
  }

  /** Makes it from the one that the distribution ships; logs stay. */
  void make() throws IOException, InterruptedException {
    Path logs = folder.resolve("logs");
    Path kept = folder.resolveSibling("logs-kept");
    if (Files.exists(logs)) {
      Unpack.remove(kept);
      Files.move(logs, kept);
    }
    Unpack.remove(folder);
    copy(server.resolve("glassfish/domains/domain1"), folder);
    Unpack.remove(folder.resolve("docroot"));
    Files.createDirectories(folder.resolve("docroot"));
    if (Files.exists(kept)) {
      Unpack.remove(logs);
      Files.move(kept, logs);
    }
    Files.createDirectories(folder.resolve("lib"));
    Path driver = distributions.jdbcDriver();
    Files.copy(driver, folder.resolve("lib").resolve(driver.getFileName()));
    Path configuration = folder.resolve("config/domain.xml");
    DomainXml xml = DomainXml.read(configuration);
    xml.listenOn(settings.ports());
    xml.runWith(settings.heap());
    xml.keepBatchIn("jdbc/haas-container", "haas_container", "concurrent/haas-batch");
    xml.write(configuration);
    Files.copy(distributions.ear(), folder.resolve("haas.ear"));
    Files.copy(distributions.agent(), folder.resolve(DomainXml.AGENT));
    Files.writeString(bootCommands(), commands());
    Files.write(commandFile(), command());
  }

  /** How the server is started: what its own start script would run, one argument a line. */
  List<String> command(boolean fresh) throws IOException {
    List<String> command = new ArrayList<>(Files.readAllLines(commandFile()));
    if (fresh) {
      Path preboot = distributions.serverCommands("preboot.asadmin");
      command.addAll(List.of("-prebootcommandfile", preboot.toString()));
      command.addAll(List.of("-postbootcommandfile", bootCommands().toString()));
    }
    return command;
  }

  private List<String> command() throws IOException, InterruptedException {
    String asadmin = server.resolve("bin/asadmin").toString();
    String domains = folder.getParent().toString();
    String name = folder.getFileName().toString();
    String said =
        Tool.run(
            List.of(asadmin, "start-domain", "--dry-run", "--domaindir", domains, name),
            Map.of("AS_JAVA", Jdk.home(), "JAVA_HOME", Jdk.home()),
            "");
    return said.lines()
        .dropWhile(line -> !line.equals(Jdk.java()))
        .takeWhile(line -> !line.isBlank())
        .toList();
  }

  private String commands() throws IOException {
    return ("add-resources " + distributions.serverCommands("resources.xml") + "\n")
        + Files.readString(distributions.serverCommands("postboot.asadmin"))
        + "deploy --name haas --force=true "
        + folder.resolve("haas.ear")
        + "\n";
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private String stamp() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(distributions.ear()));
      digest.update(Files.readAllBytes(distributions.agent()));
      for (String file : List.of("resources.xml", "preboot.asadmin", "postboot.asadmin")) {
        digest.update(Files.readAllBytes(distributions.serverCommands(file)));
      }
      String rest =
          List.of(server, folder, settings.ports(), settings.heap(), Jdk.home(), distributions)
              .toString();
      return HexFormat.of().formatHex(digest.digest(rest.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Path stampFile() {
    return folder.resolve("made-from");
  }

  private Path commandFile() {
    return folder.resolve("command");
  }

  private Path bootCommands() {
    return folder.resolve("config/first-boot.asadmin");
  }
}
