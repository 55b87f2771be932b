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
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern USED = Pattern.compile("msg\\['([a-z0-9.]+)'\\]");

  @Test
  void german_comparedWithEnglish_hasTheSameKeysAndParameters() throws IOException {
    Properties english = bundle("messages.properties");
    Properties german = bundle("messages_de.properties");

    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(new MessageFormat(german.getProperty(key)).getFormatsByArgumentIndex())
          .as(key)
          .hasSameSizeAs(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex());
    }
  }

  @Test
  void pages_askingForWords_findThem() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        used.addAll(
            USED.matcher(Files.readString(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet()));
      }
    }

    assertThat(bundle("messages.properties").stringPropertyNames()).containsAll(used);
  }

  private static Properties bundle(String name) throws IOException {
    Properties words = new Properties();
    try (InputStream file = MessagesTest.class.getResourceAsStream(name)) {
      words.load(file);
    }
    return words;
  }
}
