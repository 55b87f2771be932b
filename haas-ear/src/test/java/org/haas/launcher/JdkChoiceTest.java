package org.haas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice that src/main/sh/build.sh makes, with folders that look like JDKs. */
class JdkChoiceTest {
  @TempDir private Path folder;

  @Test
  void findJdk_safeJavaHome_isTaken() throws Exception {
    Path home = jdk("home", "21.0.4");
    jdk("installed/jdk-17", "17.0.15");

    assertThat(choice(home, folder.resolve("none"))).isEqualTo(home.toString());
  }

  @Test
  void findJdk_newerJavaHome_isPassedOverForPath() throws Exception {
    Path onPath = jdk("path", "17.0.15");

    assertThat(choice(jdk("home", "25.0.3"), onPath)).isEqualTo(onPath.toString());
  }

  @Test
  void findJdk_nothingSafeSet_isFoundAmongTheInstalled() throws Exception {
    jdk("installed/a-25", "25");
    jdk("installed/b-11", "11.0.2");
    Files.createDirectories(folder.resolve("installed/c-17-jre"));
    Path safe = jdk("installed/d-21", "21.0.4");

    assertThat(choice(jdk("home", "22.0.1"), folder.resolve("none"))).isEqualTo(safe.toString());
  }

  @Test
  void findJdk_noneSafe_isOneSentence() throws Exception {
    jdk("installed/a-25", "25.0.3");

    assertThat(choice(jdk("home", "22.0.1"), folder.resolve("none")))
        .startsWith("HaaS needs a JDK from 17 to 21")
        .contains("JAVA_HOME")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 18, 19, 20, 21})
  void requireSafe_safeOnes_pass(int feature) {
    assertThatCode(() -> Jdk.requireSafe(feature)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 16, 22, 25})
  void requireSafe_others_areRefused(int feature) {
    assertThatThrownBy(() -> Jdk.requireSafe(feature))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(Integer.toString(feature));
  }

  private String choice(Path javaHome, Path onPath) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("installed"));
    String script = ". src/main/sh/build.sh; find_jdk '%s'".formatted(folder.resolve("installed"));
    ProcessBuilder bash = new ProcessBuilder("/bin/bash", "-c", script).redirectErrorStream(true);
    bash.environment().put("JAVA_HOME", javaHome.toString());
    bash.environment().put("PATH", onPath.resolve("bin") + ":" + tools());
    Process process = bash.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(said.startsWith("HaaS") ? 1 : 0);
    return said.strip();
  }

  /** A folder with the tools that the script uses, and no javac. */
  private Path tools() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : new String[] {"sed", "dirname", "readlink"}) {
      executable(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/%s \"$@\"\n".formatted(tool));
    }
    return tools;
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    executable(Files.createDirectories(home.resolve("bin")).resolve("javac"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home.toRealPath();
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
