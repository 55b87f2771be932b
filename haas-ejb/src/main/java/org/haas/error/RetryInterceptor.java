package org.haas.error;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Around the transaction of a method; inside of one nothing can be done again. */
@Interceptor
@Retried
@Priority(Interceptor.Priority.PLATFORM_BEFORE) // the container's transactions come at +200
public class RetryInterceptor {
  @Resource private TransactionSynchronizationRegistry transactions;

  @AroundInvoke
  Object retry(InvocationContext call) throws Exception {
    return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
        ? Retry.call(call::proceed)
        : call.proceed();
  }
}
