package org.haas.driver.emulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** One session's terminal: echo, pages, prompt. */
final class SwitchShell implements EmulatedShell {
  private static final String WIPE = "\r                    \r";

  private final SwitchEmulator device;
  private final boolean admitted;
  private final SystemSession modes;
  private final StringBuilder line = new StringBuilder();
  private final Deque<String> pending = new ArrayDeque<>();
  private boolean paused;
  private boolean ended;

  SwitchShell(SwitchEmulator device, boolean admitted) {
    this.device = device;
    this.admitted = admitted;
    this.modes = new SystemSession(device);
  }

  void skipTo(String privileged) {
    modes.skipTo(privileged);
  }

  @Override
  public String greeting() {
    if (!admitted) {
      end();
      return device.table().setting("full") + "\r\n";
    }
    if (device.knobs().isHanging()) {
      return "";
    }
    return device.knobs().shown("\r\n" + device.knobs().banner() + prompt());
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
      String echo = modes.hidesKeys() ? "" : String.valueOf(key);
      return device.knobs().shown(modes.takesKeys() ? echo + entered() : echo);
    }
    return device.knobs().shown(entered());
  }

  private String entered() {
    String command = line.toString();
    line.setLength(0);
    device.heard();
    device.knobs().await();
    String said = said(command.strip());
    said.lines().forEach(pending::add);
    return "\r\n" + page();
  }

  private String said(String command) {
    try {
      String said = modes.run(command);
      if (modes.ended()) {
        end();
      }
      return said;
    } catch (Refusal refusal) {
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
    return page.append(paused ? device.table().setting("more") : prompt()).toString();
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
