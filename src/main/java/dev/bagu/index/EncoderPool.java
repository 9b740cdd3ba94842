package dev.bagu.index;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The embedding models, each opened once and only when asked for. Safe for use by many threads. */
public final class EncoderPool implements AutoCloseable {
  private final ModelFiles files;
  private final Map<TextModel, CompletableFuture<Encoder>> encoders =
      new EnumMap<>(TextModel.class);

  EncoderPool(ModelFiles files) {
    this.files = files;
  }

  /** Begins to open a model on another thread, so that it is ready when {@link #get} asks. */
  public synchronized CompletableFuture<Encoder> prepare(TextModel model) {
    return encoders.computeIfAbsent(
        model,
        any ->
            CompletableFuture.supplyAsync(
                () ->
                    Encoder.open(
                        model, files.find(model.graphFile()), files.find(model.tokenizerFile()))));
  }

  /**
   * A model, opened if it is not yet.
   *
   * @throws dev.bagu.BaguException if it cannot be opened
   */
  public Encoder get(TextModel model) {
    try {
      return prepare(model).join();
    } catch (java.util.concurrent.CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Closes what was opened, also what is still opening: a process that ends in the middle of it
   * takes the native runtime away from under the other thread and crashes.
   */
  @Override
  public synchronized void close() {
    for (CompletableFuture<Encoder> opening : encoders.values()) {
      opening
          .handle(
              (encoder, failure) -> {
                if (encoder != null) {
                  encoder.close();
                }
                return failure;
              })
          .join();
    }
    encoders.clear();
  }
}
