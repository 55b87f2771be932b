package org.haas.driver.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.haas.driver.wire.ByteLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetconfFramesTest {

  @Test
  void read_endOfMessage_isFoundWhereverBytesArePartedAndWhateverLooksAlike() throws IOException {
    String text = "<a>]]]>]]>";
    for (int part = 1; part <= text.length(); part++) {
      NetconfFrames frames = new NetconfFrames(new Parts(text + "<b/>]]>]]>", part));

      assertThat(frames.read(0)).isEqualTo("<a>]");
      assertThat(frames.read(0)).isEqualTo("<b/>");
    }
  }

  @Test
  void read_chunks_areJoinedWhereverBytesAreParted() throws IOException {
    String text = "\n#3\n<a>\n#6\n\u00e9</a>\n##\n\n#4\n<b/>\n##\n";
    for (int part = 1; part <= text.length(); part++) {
      NetconfFrames frames = new NetconfFrames(new Parts(text, part));
      frames.chunk();

      assertThat(frames.read(0)).isEqualTo("<a>\u00e9</a>");
      assertThat(frames.read(0)).isEqualTo("<b/>");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<a/>", "\n#0\n", "\n#-1\n", "\n#99999999\n", "\n#4\n<a/>", "\n#x\n", "\n##", ""})
  void read_chunksThatAreNone_areRefused(String text) {
    NetconfFrames frames = new NetconfFrames(new Parts(text, 3));
    frames.chunk();

    assertThatThrownBy(() -> frames.read(0)).isInstanceOf(IOException.class);
  }

  @Test
  void read_messageWithoutEnd_isGivenUp() {
    ByteLink endless =
        new Parts("", 1) {
          @Override
          public int read(byte[] into, long deadline) {
            return into.length;
          }
        };

    assertThatThrownBy(() -> new NetconfFrames(endless).read(0))
        .hasMessageContaining("without end");
  }

  /** Gives a few bytes at a time. */
  private static class Parts implements ByteLink {
    private final byte[] bytes;
    private final int part;
    private int at;

    Parts(String text, int part) {
      this.bytes = text.getBytes(StandardCharsets.UTF_8);
      this.part = part;
    }

    @Override
    public int read(byte[] into, long deadline) {
      int length = Math.min(part, bytes.length - at);
      System.arraycopy(bytes, at, into, 0, length);
      at += length;
      return length == 0 ? -1 : length;
    }

    @Override
    public void write(byte[] sent, long deadline) {}

    @Override
    public void close() {}
  }
}
