package org.haas.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.haas.spi.Secret;

/**
 * Seals the credentials of switches and BMCs with AES-256-GCM under the installation's master key,
 * which is never in the database. Each is bound to its place (table, row, column): moved elsewhere
 * it does not open.
 */
@ApplicationScoped
public class Seal {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private SecretKey key;

  /** For CDI. */
  protected Seal() {}

  /**
   * Reads the master key.
   *
   * @throws IllegalStateException no key file is configured, or it does not hold a key
   */
  @Inject
  public Seal(HaasConfig config) {
    this(
        config
            .masterKeyFile()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "HAAS_MASTER_KEY_FILE is not set: name a file with 32 random bytes in"
                            + " base64 (docs/operations.md).")));
  }

  Seal(Path file) {
    try {
      byte[] bytes = Base64.getDecoder().decode(Files.readString(file).trim());
      if (bytes.length != KEY_BYTES) {
        throw new IllegalStateException(file + " does not hold 32 bytes in base64.");
      }
      key = new SecretKeySpec(bytes, "AES");
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The master key " + file + " cannot be read.", unreadable);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException(file + " does not hold 32 bytes in base64.", notBase64);
    }
  }

  /** Seals a secret for one place, such as {@code switch/tor-1/secret}. */
  public byte[] close(Secret secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, nonce, place, secret.reveal().getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * Opens what {@link #close} made for the same place.
   *
   * @throws IllegalStateException another key, another place, or changed bytes
   */
  public Secret open(byte[] sealed, String place) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new IllegalStateException("The secret of %s is cut off.".formatted(place));
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return new Secret(
        new String(run(Cipher.DECRYPT_MODE, nonce, place, rest), StandardCharsets.UTF_8));
  }

  private byte[] run(int mode, byte[] nonce, String place, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException(
          "The secret of %s does not open with this master key.".formatted(place), wrong);
    }
  }
}
