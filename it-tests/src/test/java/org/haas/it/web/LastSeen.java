package org.haas.it.web;

import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * A journey that failed says what its visitors saw last: a browser that waits in vain says only
 * what it did not see. Found by JUnit itself.
 */
public final class LastSeen implements BeforeEachCallback, TestExecutionExceptionHandler {
  private static final ThreadLocal<List<String>> SEEN = ThreadLocal.withInitial(ArrayList::new);

  /** For JUnit. */
  public LastSeen() {}

  static void left(Visitor visitor) {
    try {
      SEEN.get().add(visitor.seen());
    } catch (PlaywrightException gone) {
      SEEN.get().add("a page that is gone: " + gone.getMessage());
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    SEEN.get().clear();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failed)
      throws Throwable {
    if (SEEN.get().isEmpty()) {
      throw failed;
    }
    throw new AssertionError(
        failed.getMessage() + "\nSeen last:\n" + String.join("\n", SEEN.get()), failed);
  }
}
