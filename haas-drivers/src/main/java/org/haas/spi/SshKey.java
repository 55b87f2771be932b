package org.haas.spi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public SSH key as a line of {@code authorized_keys} without options: type, key, and perhaps a
 * comment of harmless characters. One line, so that it can be nothing else wherever it is written.
 */
public record SshKey(String value) {
  private static final int LONGEST = 4096;
  private static final Pattern FORM =
      Pattern.compile(
          "(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)"
              + "|sk-ssh-ed25519@openssh\\.com|sk-ecdsa-sha2-nistp256@openssh\\.com)"
              + " ([A-Za-z0-9+/]+={0,2})(?: [A-Za-z0-9][A-Za-z0-9 @._+:/-]{0,199})?");

  /**
   * Takes surrounding blanks away and checks the form, and that the key is of the type it says.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public SshKey {
    value = value == null ? "" : value.strip();
    Matcher matcher = FORM.matcher(value);
    if (value.length() > LONGEST
        || !matcher.matches()
        || !isOfType(matcher.group(1), matcher.group(2))) {
      throw new IllegalArgumentException(
          "A public SSH key is one line such as \"ssh-ed25519 AAAA... name\": the content of a .pub"
              + " file, without options, and a comment of letters, digits and @ . _ + : / - only.");
    }
  }

  /** A key begins with its type: four bytes of length and the name. */
  private static boolean isOfType(String type, String base64) {
    try {
      ByteBuffer key = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      byte[] name = new byte[type.length()];
      if (key.remaining() <= 4 + name.length || key.getInt() != name.length) {
        return false;
      }
      key.get(name);
      return new String(name, StandardCharsets.US_ASCII).equals(type);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
