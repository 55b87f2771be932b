package org.haas.switches;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.haas.spi.SwitchDriver;

/** A driver's jar as a third party makes it: compiled against haas-drivers and nothing else. */
record ForeignJar(Path folder, String name) {

  /** Compiles one class and names it, or whatever {@code provider} is, as a driver. */
  void build(String className, String source, String provider) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    compile(className, source, classes);
    try (OutputStream file = Files.newOutputStream(folder.resolve(name));
        JarOutputStream jar = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        add(jar, classes.relativize(each).toString(), Files.readAllBytes(each));
      }
      add(
          jar,
          "META-INF/services/" + SwitchDriver.class.getName(),
          provider.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void add(JarOutputStream jar, String entry, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(entry));
    jar.write(bytes);
    jar.closeEntry();
  }

  private static void compile(String className, String source, Path into) {
    StringWriter says = new StringWriter();
    List<String> options =
        List.of("-cp", drivers(), "-d", into.toString(), "-proc:none", "--release", "17");
    boolean done =
        ToolProvider.getSystemJavaCompiler()
            .getTask(says, null, null, options, null, List.of(new Source(className, source)))
            .call();
    if (!done) {
      throw new IllegalArgumentException(says.toString());
    }
  }

  private static String drivers() {
    return Path.of(
            URI.create(
                SwitchDriver.class.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(
          URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** The first Java program on a page. */
  static String program(Path page) {
    try {
      String text = Files.readString(page);
      int start = text.indexOf("```java\n") + "```java\n".length();
      return text.substring(start, text.indexOf("```\n", start));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
