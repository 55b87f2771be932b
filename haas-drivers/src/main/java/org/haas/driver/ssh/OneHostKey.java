package org.haas.driver.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Knows the one enrolled host key of one switch, {@code <type> <base64>}, and notes the shown. */
final class OneHostKey implements HostKeyRepository {
  private final Optional<byte[]> enrolled;
  private Optional<byte[]> seen = Optional.empty();

  OneHostKey(String enrolled) {
    String[] words = enrolled.strip().split("\\s+");
    this.enrolled = words.length < 2 ? Optional.empty() : decoded(words[1]);
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException damaged) {
      return Optional.of(new byte[0]);
    }
  }

  /** The key that the switch showed, in the form that is enrolled. */
  Optional<String> seen() {
    return seen.map(key -> type(key) + " " + Base64.getEncoder().encodeToString(key));
  }

  /** A key begins with its type: four bytes of length and the name. */
  private static String type(byte[] key) {
    int length = key.length < 4 ? 0 : Math.min(key[3], key.length - 4);
    return new String(key, 4, Math.max(length, 0), StandardCharsets.US_ASCII);
  }

  @Override
  public int check(String host, byte[] key) {
    seen = Optional.of(key.clone());
    if (enrolled.isEmpty()) {
      return NOT_INCLUDED;
    }
    return Arrays.equals(enrolled.get(), key) ? OK : CHANGED;
  }

  /** JSch asks, to prefer the type of the enrolled key when the switch has several keys. */
  @Override
  public HostKey[] getHostKey(String host, String type) {
    if (enrolled.isEmpty()) {
      return new HostKey[0];
    }
    try {
      HostKey key = new HostKey(host, enrolled.get());
      return type == null || type.equals(key.getType()) ? new HostKey[] {key} : new HostKey[0];
    } catch (JSchException | RuntimeException damaged) {
      return new HostKey[0];
    }
  }

  @Override
  public HostKey[] getHostKey() {
    return new HostKey[0];
  }

  @Override
  public void add(HostKey key, UserInfo asked) {
    throw new UnsupportedOperationException("host keys are enrolled by an administrator");
  }

  @Override
  public void remove(String host, String type) {
    throw new UnsupportedOperationException("host keys are enrolled by an administrator");
  }

  @Override
  public void remove(String host, String type, byte[] key) {
    remove(host, type);
  }

  @Override
  public String getKnownHostsRepositoryID() {
    return "the enrolled host key";
  }
}
