package org.haas.driver.redfish;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.haas.driver.wire.CertificateRefused;
import org.haas.driver.wire.HttpAnswer;
import org.haas.driver.wire.ObjectPath;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/** What went wrong with a controller, as a sentence. */
final class RedfishFailures {
  private RedfishFailures() {}

  static DriverException unreachable(BmcEndpoint endpoint, IOException failed) {
    if (failed instanceof CertificateRefused certificate) {
      return new DriverException(
          Kind.HOST_KEY_CHANGED,
          ("%s shows a TLS certificate that is neither valid nor the enrolled one; nothing was sent."
                  + " If it is the controller's, enrol its SHA-256 fingerprint %s.")
              .formatted(endpoint.described(), certificate.shown())
              .replace(" fingerprint .", " fingerprint."),
          failed);
    }
    return new DriverException(
        Kind.UNREACHABLE, "%s %s.".formatted(endpoint.described(), why(endpoint, failed)), failed);
  }

  private static String why(BmcEndpoint endpoint, IOException failed) {
    if (failed instanceof SocketTimeoutException) {
      return "did not answer within %d ms".formatted(endpoint.timeout().toMillis());
    }
    if (failed instanceof UnknownHostException) {
      return "cannot be reached: its name is not known";
    }
    return "cannot be reached: " + DriverException.words("" + failed.getMessage());
  }

  static DriverException login(BmcEndpoint endpoint) {
    return refused(
        endpoint,
        "refused the login of user %s: check name and password".formatted(endpoint.username()));
  }

  static DriverException refused(BmcEndpoint endpoint, String what) {
    String secret = endpoint.secret().reveal();
    String shown = secret.isEmpty() ? what : what.replace(secret, "***");
    return new DriverException(
        Kind.REFUSED,
        "%s %s."
            .formatted(
                endpoint.described(), DriverException.words(shown).replaceFirst("[.]+$", "")));
  }

  /** Its own words for an answer that is none of 2xx. */
  static String words(HttpAnswer answer) {
    String status = "HTTP status " + answer.status();
    try {
      Object error = ObjectPath.at(answer.json(), "error").orElse("");
      return ObjectPath.text(error, "@Message.ExtendedInfo", 0, "Message")
          .or(() -> ObjectPath.text(error, "message"))
          .map(words -> words + " (" + status + ")")
          .orElse(status);
    } catch (IOException noJson) {
      return status;
    }
  }
}
