package org.haas.driver.emulator;

/** NETCONF's framing, both kinds, at one end of a session; and what can be wrong with it. */
final class NetconfShell implements EmulatedShell {
  private static final String END = "]]>]]>";
  private static final int LITTLE = 7;

  private final JunosEmulator device;
  private final NetconfDialogue dialogue;
  private final boolean admitted;
  private final StringBuilder message = new StringBuilder();
  private final StringBuilder head = new StringBuilder();
  private boolean greeted;
  private int left;
  private boolean ended;

  NetconfShell(JunosEmulator device, int number) {
    this.device = device;
    this.dialogue = new NetconfDialogue(device, number);
    this.admitted = device.begin();
    this.ended = !admitted;
  }

  @Override
  public String greeting() {
    return admitted && !device.knobs().isHanging()
        ? device.knobs().shown(dialogue.hello() + END)
        : "";
  }

  @Override
  public String typed(char key) {
    if (device.knobs().isHanging()) {
      return "";
    }
    if (dialogue.isChunked()) {
      return left > 0 ? inChunk(key) : atHead(key);
    }
    message.append(key);
    int end = message.length() - END.length();
    return message.indexOf(END, Math.max(0, end)) < 0 ? "" : received(message.substring(0, end));
  }

  private String inChunk(char key) {
    message.append(key);
    left--;
    return "";
  }

  private String atHead(char key) {
    head.append(key);
    if (key != '\n' || head.length() == 1) {
      return "";
    }
    String whole = head.toString();
    head.setLength(0);
    if (whole.equals("\n##\n")) {
      return received(message.toString());
    }
    ended |= !whole.matches("\n#[1-9][0-9]*\n");
    left = ended ? 0 : Integer.parseInt(whole.strip().substring(1));
    return "";
  }

  private String received(String whole) {
    message.setLength(0);
    if (!greeted) {
      greeted = true;
      dialogue.greeted(whole);
      return "";
    }
    device.knobs().await();
    try {
      String answer = dialogue.answer(whole);
      ended = dialogue.hasEnded();
      return device.knobs().shown(dialogue.isChunked() ? inTwoChunks(answer) : answer + END);
    } catch (IllegalArgumentException noXml) {
      ended = true;
      return "";
    }
  }

  private static String inTwoChunks(String text) {
    String first = text.substring(0, LITTLE);
    String rest = text.substring(LITTLE);
    return "\n#%d\n%s\n#%d\n%s\n##\n".formatted(LITTLE, first, rest.length(), rest);
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    dialogue.close();
  }
}
