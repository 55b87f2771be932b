package org.haas.error;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Around the transaction of a method. */
@Interceptor
@Retried
@Priority(Interceptor.Priority.PLATFORM_BEFORE) // the container's transactions come at +200
public class RetryInterceptor {
  @AroundInvoke
  Object retry(InvocationContext call) throws Exception {
    return Retry.call(call::proceed);
  }
}
