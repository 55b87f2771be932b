package org.haas.driver.wire;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS with a controller: its certificate is valid for its name, or it is the enrolled one. */
final class Tls {
  private Tls() {}

  /**
   * Speaks TLS on a connected socket.
   *
   * @param enrolled the only certificate to believe; empty: one that the system believes
   * @throws CertificateRefused it is another one
   */
  static SSLSocket over(Socket socket, HostPort at, Optional<String> enrolled) throws IOException {
    if (enrolled.isPresent()) {
      return over(socket, at, enrolled.get(), TlsKey.NONE);
    }
    SSLSocket secure =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(socket, at.host(), at.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    return greeted(secure, new Enrolled(""));
  }

  /**
   * Speaks TLS on a connected socket, with a server whose certificate is enrolled.
   *
   * @param login what is shown to a server that asks who this is
   * @throws CertificateRefused it is another one
   */
  static SSLSocket over(Socket socket, HostPort at, String enrolled, TlsKey login)
      throws IOException {
    Enrolled trust = new Enrolled(enrolled);
    return greeted(
        (SSLSocket) trust.factory(login).createSocket(socket, at.host(), at.port(), true), trust);
  }

  private static SSLSocket greeted(SSLSocket secure, Enrolled trust) throws IOException {
    try {
      secure.startHandshake();
      return secure;
    } catch (SSLException failed) {
      throw isAboutTheCertificate(failed) ? new CertificateRefused(trust.shown, failed) : failed;
    }
  }

  /** The SHA-256 fingerprint of the certificate that is shown, believed or not. */
  static String shown(Socket socket, HostPort at) throws IOException {
    Enrolled trust = new Enrolled("");
    try (SSLSocket secure =
        (SSLSocket) trust.factory(TlsKey.NONE).createSocket(socket, at.host(), at.port(), true)) {
      secure.startHandshake();
    } catch (SSLException refused) {
      return trust.shown.orElseThrow(() -> refused);
    }
    throw new IOException("no certificate was shown");
  }

  private static boolean isAboutTheCertificate(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  /** Believes one certificate and no other, whatever name it bears. */
  private static final class Enrolled implements X509TrustManager {
    private final String enrolled;
    private Optional<String> shown = Optional.empty();

    Enrolled(String enrolled) {
      this.enrolled = enrolled;
    }

    SSLSocketFactory factory(TlsKey login) throws IOException {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(login.managers(), new TrustManager[] {this}, null);
        return context.getSocketFactory();
      } catch (GeneralSecurityException never) {
        throw new IOException(never);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      String fingerprint = fingerprint(chain[0]);
      shown = Optional.of(fingerprint);
      if (!fingerprint.equals(enrolled)) {
        throw new CertificateException("not the enrolled certificate");
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      throw new CertificateException("there are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateException {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
      } catch (NoSuchAlgorithmException never) {
        throw new CertificateException(never);
      }
    }
  }
}
