package org.haas.driver.obmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PowerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObmdBmcTest {
  private final ObmdLab lab = new ObmdLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void token_endsWithTheLastUser_notWithTheSession() {
    BmcConsole console;
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      console = session.console();
    }
    assertThat(lab.emulator().hasToken()).isTrue();
    try (BmcSession other = lab.driver().open(lab.endpoint())) {
      other.power();
    }
    lab.print("still here".getBytes(StandardCharsets.US_ASCII));
    assertThat(console.read(new byte[100])).isEqualTo("still here".length());
    console.close();

    assertThat(lab.emulator().hasToken()).isFalse();
  }

  @Test
  void power_somebodyElseMadeAToken_makesANewOne() {
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      session.power();
      lab.emulator().replaceToken();

      assertThat(session.power()).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void console_tokenEnds_ends() {
    try (BmcSession session = lab.driver().open(lab.endpoint());
        BmcConsole console = session.console()) {
      lab.emulator().replaceToken();
      int read = 0;
      while (read == 0) {
        read = console.read(new byte[10]);
      }
      assertThat(read).isEqualTo(-1);
    }
  }

  @Test
  void power_nodeThatObmdDoesNotKnow_isRefusedAndSaysSo() {
    String address = lab.emulator().address().replace("n7", "n8");
    try (BmcSession session = lab.driver().open(lab.endpoint(address))) {
      DriverException refused = catchThrowableOfType(DriverException.class, session::power);
      assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
      assertThat(refused).hasMessageContaining("not known to OBMd");
    }
  }
}
