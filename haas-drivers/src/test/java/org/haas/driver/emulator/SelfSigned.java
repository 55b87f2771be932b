package org.haas.driver.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate as controllers come with: signed by itself, for no name that they have. */
public final class SelfSigned {
  private static final char[] PASSWORD = "emulator".toCharArray();

  private final SSLContext context;
  private final String fingerprint;

  private SelfSigned(SSLContext context, String fingerprint) {
    this.context = context;
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
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] encoded = store.getCertificate("bmc").getEncoded();
    return new SelfSigned(context, HexFormat.of().formatHex(digest.digest(encoded)));
  }

  /** For a server. */
  SSLContext context() {
    return context;
  }

  /** SHA-256 in lower-case hexadecimal. */
  public String fingerprint() {
    return fingerprint;
  }
}
