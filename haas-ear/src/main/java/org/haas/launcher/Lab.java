package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The virtual lab of it-tests/lab, when HaaS was started with it. */
final class Lab {
  private final State state;
  private final Path tools;
  private final Map<String, String> environment;

  Lab(State state, Path project) {
    this.state = state;
    this.tools = project.resolve("it-tests/lab");
    this.environment = Map.of("HAAS_STATE", state.root().toString());
  }

  /** Builds the lab, or what is missing of it. */
  void up() throws IOException, InterruptedException {
    Files.writeString(started(), "");
    Tool.run(List.of(tools.resolve("up").toString()), environment, "");
  }

  /** The document that describes its switches and nodes, there once it is up. */
  String document() throws IOException {
    return Files.readString(state.folder("lab").resolve("site.json"));
  }

  /** The document that describes its hypervisor. */
  String hypervisor() throws IOException {
    return Files.readString(state.folder("lab").resolve("hypervisor.json"));
  }

  /** Takes down a lab that was built here; does nothing else. */
  void down() throws IOException, InterruptedException {
    if (Files.exists(started())) {
      Tool.run(List.of(tools.resolve("down").toString()), environment, "");
      Files.delete(started());
    }
  }

  private Path started() {
    return state.folder("lab-started");
  }
}
