package org.haas.driver.ssh;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchSessionDisconnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/** What a failed SSH login means, as a sentence. */
final class SshFailures {
  private static final int NO_MORE_AUTHENTICATION_METHODS = 14;

  private SshFailures() {}

  /**
   * What it means.
   *
   * @param cut whether the connection had ended by itself
   */
  static DriverException atLogin(SshPeer peer, JSchException failed, boolean cut) {
    if (cut && isAuthenticationFailed(failed)) {
      return failure(
          Kind.UNREACHABLE,
          peer,
          "ended the connection during the login. If it does so again, check name and password",
          failed);
    }

    if (failed instanceof JSchHostKeyException) {
      return failure(
          Kind.HOST_KEY_CHANGED,
          peer,
          failed instanceof JSchChangedHostKeyException
              ? "shows another host key than the enrolled one; nothing was sent. If it was replaced,"
                  + " enrol the new key"
              : "shows a host key that is not enrolled; nothing was sent",
          failed);
    }
    return refusal(peer, failed)
        .map(what -> failure(Kind.REFUSED, peer, what, failed))
        .orElseGet(() -> failure(Kind.UNREACHABLE, peer, reason(peer, failed), failed));
  }

  private static Optional<String> refusal(SshPeer peer, JSchException failed) {
    if (failed instanceof JSchAlgoNegoFailException algorithms) {
      return Optional.of(
          ("has no %s algorithm in common with HaaS; it offers %s. For an old switch see the"
                  + " setting old_ssh in docs/drivers.md")
              .formatted(algorithms.getAlgorithmName(), algorithms.getServerProposal()));
    }
    if (said(failed).startsWith("invalid privatekey")) {
      return Optional.of(
          "has a private key that cannot be read: give one in OpenSSH or PEM form, without a"
              + " passphrase");
    }
    return isLoginRefused(failed)
        ? Optional.of(
            "refused the login of user %s: check name and password or key"
                .formatted(peer.username()))
        : Optional.empty();
  }

  private static boolean isLoginRefused(JSchException failed) {
    if (failed instanceof JSchSessionDisconnectException ended) {
      return ended.getReasonCode() == NO_MORE_AUTHENTICATION_METHODS
          || said(failed).contains("authentication failures");
    }
    return isAuthenticationFailed(failed);
  }

  private static boolean isAuthenticationFailed(JSchException failed) {
    return said(failed).startsWith("Auth fail") || said(failed).startsWith("Auth cancel");
  }

  private static String reason(SshPeer peer, JSchException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "cannot be reached: its name is not known";
      }
      if (cause instanceof SocketTimeoutException) {
        return "did not answer within %d ms".formatted(peer.timeout().toMillis());
      }
    }
    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "cannot be reached: " + root.getMessage();
  }

  private static String said(JSchException failed) {
    return failed.getMessage() == null ? "" : failed.getMessage();
  }

  private static DriverException failure(
      Kind kind, SshPeer peer, String what, JSchException cause) {
    return new DriverException(
        kind, "%s %s.".formatted(peer.described(), DriverException.words(what)), cause);
  }
}
