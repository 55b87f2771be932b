package org.haas.error;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each method is done again when the database rolled it back to resolve a deadlock ({@link Retry}).
 * For REST resources, each method of which changes things by one call of a boundary, and for
 * bookkeepers of workers. Not for boundaries: an interceptor of an enterprise bean is already
 * inside its transaction.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Retried {}
