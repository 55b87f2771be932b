package org.haas.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Takes a Content-Type that names no type as that of any bytes, which no path takes. The container
 * reads it before it asks a filter of Jakarta REST, and would answer by a page of its own.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ContentTypeFilter extends HttpFilter {
  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    chain.doFilter(type == null || isOne(type) ? request : new Bytes(request), response);
  }

  private static boolean isOne(String type) {
    try {
      MediaType read = MediaType.valueOf(type);
      return !read.isWildcardType() && !read.isWildcardSubtype();
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** Of any bytes. */
  private static final class Bytes extends HttpServletRequestWrapper {
    Bytes(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getContentType() {
      return MediaType.APPLICATION_OCTET_STREAM;
    }

    @Override
    public String getHeader(String name) {
      return isType(name) ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isType(name)
          ? Collections.enumeration(List.of(getContentType()))
          : super.getHeaders(name);
    }

    private static boolean isType(String name) {
      return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
    }
  }
}
