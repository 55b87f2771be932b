package org.haas.audit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A boundary method whose success is written to the audit trail, with its arguments by name.
 * Secrets among them hide themselves ({@link org.haas.spi.Secret}).
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {
  /** What was done, such as {@code node.reserve}. */
  @Nonbinding
  String value();
}
