package dev.bagu.index;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for what another thread makes. */
public final class Waiting {
  private Waiting() {}

  /**
   * The result, once it is there; a failure of the other thread is thrown as it was thrown there.
   */
  public static <T> T join(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
