package org.haas.driver.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.haas.spi.Secret;

/** A private key and the certificate of its public one, by which a client says who it is. */
public final class TlsKey {
  /** Nobody in particular. */
  public static final TlsKey NONE = new TlsKey(new KeyManager[0]);

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");
  private static final char[] IN_MEMORY = new char[0];

  private final KeyManager[] managers;

  private TlsKey(KeyManager[] managers) {
    this.managers = managers;
  }

  /**
   * Reads both from one text in PEM, in any order; certificates from the own one upwards. An empty
   * text is {@link #NONE}.
   *
   * @throws IllegalArgumentException with a sentence for the user, which tells nothing of the text
   */
  public static TlsKey parse(Secret pem) {
    if (pem.isEmpty()) {
      return NONE;
    }
    Matcher key = KEY.matcher(pem.reveal());
    List<String> certificates =
        CERTIFICATE.matcher(pem.reveal()).results().map(found -> found.group()).toList();
    if (!key.find() || certificates.isEmpty()) {
      throw refused(null);
    }
    try {
      return of(
          privateKey(Base64.getMimeDecoder().decode(key.group(1))),
          certificates(String.join("\n", certificates)));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException wrong) {
      throw refused(wrong);
    }
  }

  private static IllegalArgumentException refused(Exception why) {
    return new IllegalArgumentException(
        "The login by TLS is a private key (PKCS #8, \"BEGIN PRIVATE KEY\", without a passphrase)"
            + " and its certificate, both in PEM, one after the other.",
        why);
  }

  private static PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException {
    GeneralSecurityException last = null;
    for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (GeneralSecurityException another) {
        last = another;
      }
    }
    throw last;
  }

  private static Certificate[] certificates(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
        .toArray(new Certificate[0]);
  }

  private static TlsKey of(PrivateKey key, Certificate[] chain)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, IN_MEMORY);
    store.setKeyEntry("login", key, IN_MEMORY, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, IN_MEMORY);
    return new TlsKey(keys.getKeyManagers());
  }

  KeyManager[] managers() {
    return managers.clone();
  }
}
