package org.haas.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"messages", "administration"})
  void german_comparedWithEnglish_hasTheSameKeysAndParameters(String name) throws IOException {
    Properties english = bundle(name + ".properties");
    Properties german = bundle(name + "_de.properties");

    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(new MessageFormat(german.getProperty(key)).getFormatsByArgumentIndex())
          .as(key)
          .hasSameSizeAs(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex());
    }
  }

  @ParameterizedTest
  @CsvSource({"msg,messages", "adm,administration"})
  void pages_askingForWords_findThem(String variable, String name) throws IOException {
    Pattern asking = Pattern.compile(variable + "\\['([a-z0-9.]+)'\\]");
    Set<String> used = new TreeSet<>();
    try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        used.addAll(
            asking
                .matcher(Files.readString(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet()));
      }
    }

    assertThat(bundle(name + ".properties").stringPropertyNames()).containsAll(used);
  }

  private static Properties bundle(String name) throws IOException {
    Properties words = new Properties();
    try (InputStream file = MessagesTest.class.getResourceAsStream(name)) {
      words.load(file);
    }
    return words;
  }
}
