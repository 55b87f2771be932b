package org.haas.driver.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A certificate as controllers come with: signed by itself, for no name that they have. */
public final class SelfSigned {
  private static final String ALIAS = "bmc";
  private static final char[] PASSWORD = "emulator".toCharArray();

  private final KeyStore store;
  private final String fingerprint;

  private SelfSigned(KeyStore store, String fingerprint) {
    this.store = store;
    this.fingerprint = fingerprint;
  }

  /** Makes a new one, with the JDK's keytool. */
  public static SelfSigned create() {
    try {
      Path folder = Files.createTempDirectory("haas-certificate");
      Path file = folder.resolve("store");
      try {
        make(file);
        return of(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException | GeneralSecurityException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void make(Path file) throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias bmc -keyalg EC -dname CN=bmc -validity 30 -storetype PKCS12";
    ProcessBuilder builder = new ProcessBuilder((tool + " " + options).split(" "));
    builder.command().add("-keystore");
    builder.command().add(file.toString());
    builder.command().add("-storepass");
    builder.command().add(new String(PASSWORD));
    if (builder.redirectErrorStream(true).start().waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
  }

  private static SelfSigned of(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] encoded = store.getCertificate(ALIAS).getEncoded();
    return new SelfSigned(store, HexFormat.of().formatHex(digest.digest(encoded)));
  }

  /** For a server that lets everybody in. */
  SSLContext context() {
    return context(null);
  }

  /** For a server; only the other certificate is let in, where the server asks for one. */
  SSLContext context(SelfSigned client) {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), client == null ? null : client.trust(), null);
      return context;
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private TrustManager[] trust() throws GeneralSecurityException {
    try {
      KeyStore known = KeyStore.getInstance("PKCS12");
      known.load(null, PASSWORD);
      known.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(known);
      return trust.getTrustManagers();
    } catch (IOException never) {
      throw new IllegalStateException(never);
    }
  }

  /** Private key and certificate in PEM, for a client. */
  public String pem() {
    try {
      Key key = store.getKey(ALIAS, PASSWORD);
      return pem("PRIVATE KEY", key.getEncoded())
          + pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String pem(String what, byte[] encoded) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(what, lines.encodeToString(encoded), what);
  }

  /** SHA-256 in lower-case hexadecimal. */
  public String fingerprint() {
    return fingerprint;
  }
}
