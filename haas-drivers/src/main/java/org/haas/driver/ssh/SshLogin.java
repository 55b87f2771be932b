package org.haas.driver.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.haas.spi.Secret;

/** How an endpoint's name and secret become an SSH login, and nobody is asked anything. */
final class SshLogin implements UserInfo, UIKeyboardInteractive {
  private static final String KEY_BEGINS = "-----BEGIN ";

  private final Secret password;
  private boolean answered;

  private SshLogin(Secret password) {
    this.password = password;
  }

  /** A session that knows how to log in. */
  static Session prepare(SshPeer peer, OneHostKey hostKey, DeadlineSockets sockets)
      throws JSchException {
    JSch jsch = new JSch();
    Session session = anonymous(jsch, peer, hostKey, sockets);
    String secret = peer.secret().reveal();
    if (secret.startsWith(KEY_BEGINS)) {
      session.setConfig("PreferredAuthentications", "publickey");
      jsch.addIdentity(
          peer.name().value(),
          (secret.strip() + "\n").getBytes(StandardCharsets.UTF_8),
          null,
          null);
      return session;
    }
    session.setConfig("PreferredAuthentications", "password,keyboard-interactive");
    session.setPassword(secret.getBytes(StandardCharsets.UTF_8));
    session.setUserInfo(new SshLogin(peer.secret()));
    return session;
  }

  /** A session that gets as far as the host key. */
  static Session anonymous(JSch jsch, SshPeer peer, OneHostKey hostKey, DeadlineSockets sockets)
      throws JSchException {
    Session session = jsch.getSession(peer.username(), peer.at().host(), peer.at().port());
    session.setHostKeyRepository(hostKey);
    session.setSocketFactory(sockets);
    session.setDaemonThread(true);
    session.setConfig("StrictHostKeyChecking", "yes");
    session.setConfig("MaxAuthTries", "2");
    OldAlgorithms.allow(peer, session);
    return session;
  }

  /** Answers every hidden question with the password, once: asked again, it was wrong. */
  @Override
  public String[] promptKeyboardInteractive(
      String destination, String name, String instruction, String[] prompts, boolean[] echoed) {
    if (prompts.length > 0 && answered) {
      return null;
    }
    answered |= prompts.length > 0;
    String[] answers = new String[prompts.length];
    Arrays.setAll(answers, i -> echoed[i] ? "" : password.reveal());
    return answers;
  }

  @Override
  public String getPassphrase() {
    return null;
  }

  @Override
  public String getPassword() {
    return null;
  }

  @Override
  public boolean promptPassword(String message) {
    return false;
  }

  @Override
  public boolean promptPassphrase(String message) {
    return false;
  }

  @Override
  public boolean promptYesNo(String message) {
    return false;
  }

  @Override
  public void showMessage(String message) {
    // A banner: nobody is there to read it.
  }
}
