package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haas.driver.ssh.CiscoNexusTest.failure;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.haas.spi.SwitchEndpoint;
import org.junit.jupiter.api.Test;

class SshShellTest {
  private final AtomicBoolean claim = new AtomicBoolean(true);
  private final SwitchEndpoint endpoint =
      new SwitchEndpoint(
          new Label("sw1"),
          "127.0.0.1",
          22,
          "haas",
          new Secret("open sesame"),
          Optional.empty(),
          Map.of(),
          Duration.ofSeconds(1),
          claim::get);

  @Test
  void open_asksAgainInTheShellAndIsNotPrivileged_isAnsweredAndEnabled() {
    ScriptedTerminal terminal =
        new ScriptedTerminal(
            "\r\nUser Name:",
            "haas\r\nPassword:",
            "\r\n\r\nconsole> ",
            "enable\r\nPassword:",
            "\r\nconsole# ",
            "terminal datadump\r\nconsole# ");
    SshShell shell = SshShell.open(endpoint, Tables.OLD_DELL, terminal);

    assertThat(terminal.typed())
        .containsExactly(
            "haas\n", "open sesame\n", "enable\n", "open sesame\n", "terminal datadump\n");
    assertThat(shell.lastPrompt()).isEqualTo("console#");
  }

  @Test
  void run_colouredPromptsPagesAndBackspaces_isPlainText() {
    ScriptedTerminal terminal =
        terminal(
            "show vlan\r\n\u001b[Kone  \r\ntwo\r\nMore: <space>",
            "\b\b\b\b\b\b\b\b\b\b\b\b\b             \b\b\b\b\b\b\b\b\b\b\b\b\b"
                + "three\r\n\u001b[Kconsole# ");
    SshShell shell = SshShell.open(endpoint, Tables.OLD_DELL, terminal);

    assertThat(shell.run(CliLine.parse("show vlan"))).isEqualTo("one\ntwo\nthree\n");
    assertThat(terminal.typed()).endsWith("show vlan\n", " ");
  }

  @Test
  void run_confirmation_isGiven() {
    ScriptedTerminal terminal =
        terminal("copy a b\r\nOverwrite file [b]...[Y/N]? ", "y\r\nCopy succeeded\r\nconsole# ");

    assertThat(SshShell.open(endpoint, Tables.OLD_DELL, terminal).run(CliLine.parse("copy a b")))
        .contains("Copy succeeded");
  }

  @Test
  void run_promptOfAnotherName_isNotOurs() {
    SshShell shell = SshShell.open(endpoint, Tables.OLD_DELL, terminal("show x\r\ndescription#"));

    assertThat(failure(() -> shell.run(CliLine.parse("show x"))))
        .hasMessage("Switch sw1 did not answer within 1000 ms.");
  }

  @Test
  void run_answerToSomethingElse_isUnreachableAndTheConnectionIsGone() {
    ScriptedTerminal terminal = terminal("show y\r\nfine\r\nconsole# ");
    SshShell shell = SshShell.open(endpoint, Tables.OLD_DELL, terminal);

    assertThat(failure(() -> shell.run(CliLine.parse("show x"))).kind())
        .isEqualTo(Kind.UNREACHABLE);
    assertThat(terminal.aborted()).isTrue();
  }

  @Test
  void run_errorInTheAnswer_isRefusedInItsWordsWithTheSecretMasked() {
    SshShell shell =
        SshShell.open(
            endpoint, Tables.OLD_DELL, terminal("vlan 1\r\n% no open sesame here\r\nconsole# "));

    DriverException refused = failure(() -> shell.run(CliLine.parse("vlan 1")));
    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused).hasMessage("Switch sw1 refused 'vlan 1': % no *** here.");
  }

  @Test
  void run_doesNotComeToTheMode_isRefused() {
    SshShell shell = SshShell.open(endpoint, Tables.OLD_DELL, terminal("configure\r\nconsole# "));

    assertThat(failure(() -> shell.run(CliLine.parse("configure => (config)#"))))
        .hasMessageContaining("refused 'configure': and is at console#");
  }

  @Test
  void run_claimRanOut_isDeadlineAndNothingIsTyped() {
    ScriptedTerminal terminal = terminal();
    SshShell shell = SshShell.open(endpoint, Tables.OLD_DELL, terminal);
    int typed = terminal.typed().size();
    claim.set(false);

    assertThat(failure(() -> shell.run(CliLine.parse("show x"))).kind()).isEqualTo(Kind.DEADLINE);
    assertThat(terminal.typed()).hasSize(typed);
    assertThat(terminal.aborted()).isTrue();
  }

  /** Logged in and at rest, with this to say. */
  private static ScriptedTerminal terminal(String... texts) {
    String[] all = new String[texts.length + 2];
    all[0] = "\r\n\u001b[Kconsole# ";
    all[1] = "terminal datadump\r\nconsole# ";
    System.arraycopy(texts, 0, all, 2, texts.length);
    return new ScriptedTerminal(all);
  }
}
