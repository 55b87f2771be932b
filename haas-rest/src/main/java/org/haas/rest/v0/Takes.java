package org.haas.rest.v0;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The arguments that a route takes in the body's JSON object. A route without it takes none.
 * Anything else is refused before the route runs.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Takes {
  /** Those that must be there. */
  String[] value() default {};

  /** Those that may be there. */
  String[] optional() default {};

  /** Whether the route itself judges any others. */
  boolean others() default false;
}
