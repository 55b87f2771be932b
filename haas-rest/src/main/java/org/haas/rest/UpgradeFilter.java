package org.haas.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.haas.error.HaasException;
import org.haas.rest.wire.HandshakeLogin;

/**
 * Ends the body of a request that asks for an upgrade which it does not get. To the container all
 * that follows such a request belongs to it: who reads it would wait for more, and for half a
 * minute. And refuses paths with parameters: a filter's path ends at the first of them, a
 * WebSocket's does not, so such a request would go past whoever checks who comes.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class UpgradeFilter extends HttpFilter {
  private static final Pattern SOCKETS = Pattern.compile(".*/ws/?|/relay/.*");

  @Inject private HandshakeLogin login;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean asks = request.getHeader("Upgrade") != null;
    if (asks && request.getRequestURI().indexOf(';') >= 0) {
      login.refuse(request, response, HaasException.notFound("WebSocket", "with a ; in its path"));
      return;
    }
    chain.doFilter(asks && !isSocket(request) ? new Ending(request) : request, response);
  }

  private static boolean isSocket(HttpServletRequest request) {
    String info = request.getPathInfo();
    return SOCKETS.matcher(request.getServletPath() + (info == null ? "" : info)).matches();
  }

  /** As long as it says; without that, and in pieces, it has no body. */
  private static final class Ending extends HttpServletRequestWrapper {
    Ending(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      String length = getHeader("Content-Length");
      boolean told = length != null && length.matches("[0-9]{1,9}");
      return new Body(
          told ? super.getInputStream() : new ByteArrayInputStream(new byte[0]),
          told ? Integer.parseInt(length) : 0);
    }
  }

  /** So many bytes and no more. */
  private static final class Body extends ServletInputStream {
    private final InputStream body;
    private int left;

    Body(InputStream body, int left) {
      this.body = body;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = left == 0 ? -1 : body.read(into, offset, Math.min(length, left));
      left -= Math.max(count, 0);
      return count;
    }

    @Override
    public boolean isFinished() {
      return left == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("Nobody here reads without waiting.");
    }
  }
}
