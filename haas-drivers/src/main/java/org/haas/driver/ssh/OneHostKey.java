package org.haas.driver.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Knows the one enrolled host key of one peer and notes the shown one. */
final class OneHostKey implements HostKeyRepository {
  private final Optional<byte[]> enrolled;
  private final Optional<String> fingerprint;
  private Optional<byte[]> seen = Optional.empty();

  OneHostKey(String enrolled) {
    String[] words = enrolled.strip().split("\\s+");
    this.enrolled = words.length < 2 ? Optional.empty() : decoded(words[1]);
    this.fingerprint = Optional.empty();
  }

  private OneHostKey(Optional<String> fingerprint) {
    this.enrolled = Optional.empty();
    this.fingerprint = fingerprint;
  }

  /** The key of which only this is known: its SHA-256, in hexadecimal. */
  static OneHostKey withFingerprint(String hexadecimal) {
    return new OneHostKey(Optional.of(hexadecimal.replace(":", "").toLowerCase(Locale.ROOT)));
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
    if (fingerprint.isPresent()) {
      return fingerprint.get().equals(fingerprint(key)) ? OK : CHANGED;
    }
    if (enrolled.isEmpty()) {
      return NOT_INCLUDED;
    }
    return Arrays.equals(enrolled.get(), key) ? OK : CHANGED;
  }

  private static String fingerprint(byte[] key) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
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
