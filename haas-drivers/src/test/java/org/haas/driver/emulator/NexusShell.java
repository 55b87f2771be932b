package org.haas.driver.emulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** One session's terminal: echo, pages, prompt. */
final class NexusShell implements EmulatedShell {
  private static final String MORE = "--More--";
  private static final String WIPE = "\r        \r";

  private final NexusEmulator device;
  private final boolean admitted;
  private final NexusModes modes;
  private final StringBuilder line = new StringBuilder();
  private final Deque<String> pending = new ArrayDeque<>();
  private boolean paused;
  private boolean ended;

  NexusShell(NexusEmulator device, boolean admitted) {
    this.device = device;
    this.admitted = admitted;
    this.modes = new NexusModes(device);
  }

  @Override
  public String greeting() {
    if (!admitted) {
      end();
      return "Vty session limit is reached. Please try again later.\r\n";
    }
    if (device.knobs().isHanging()) {
      return "";
    }
    return device.knobs().shown("Nexus Operating System\r\n" + device.knobs().banner() + prompt());
  }

  @Override
  public String typed(char key) {
    if (device.knobs().isHanging()) {
      return "";
    }
    if (paused) {
      paused = false;
      return device.knobs().shown(WIPE + (key == 'q' ? quit() : page()));
    }
    if (key != '\n') {
      line.append(key);
      return device.knobs().shown(String.valueOf(key));
    }
    String command = line.toString();
    line.setLength(0);
    device.heard();
    device.knobs().await();
    String said = said(command.strip());
    said.lines().forEach(pending::add);
    return device.knobs().shown("\r\n" + page());
  }

  private String said(String command) {
    try {
      String said = modes.run(command);
      if (modes.ended()) {
        end();
      }
      return said;
    } catch (NexusRefusal refusal) {
      return refusal.getMessage();
    }
  }

  private String quit() {
    pending.clear();
    return prompt();
  }

  private String page() {
    int most = device.knobs().isAlwaysPaging() ? 5 : modes.pageLength();
    StringBuilder page = new StringBuilder();
    for (int i = 1; !pending.isEmpty() && (most == 0 || i < most); i++) {
      page.append(pending.remove()).append("\r\n");
    }
    paused = !pending.isEmpty();
    return page.append(paused ? MORE : prompt()).toString();
  }

  private String prompt() {
    return ended ? "" : modes.prompt();
  }

  private void end() {
    ended = true;
  }

  @Override
  public void close() {
    device.left();
  }

  @Override
  public boolean ended() {
    return ended;
  }
}
