package dev.bagu.index;

import dev.bagu.knowledge.Language;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
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

  /**
   * A pool of the installation's models, or of those unpacked below a cache folder.
   *
   * @param cache folder that may be written to
   */
  public static EncoderPool over(Path cache) {
    return new EncoderPool(new ModelFiles(cache));
  }

  /**
   * Begins to open the models that a query in a language takes: always the Chinese one, since every
   * query is also put in Chinese, and the English one where there is English in it.
   */
  public void prepareFor(Language language) {
    List<TextModel> models =
        language == Language.ZH
            ? List.of(TextModel.BGE_SMALL_ZH)
            : List.of(TextModel.BGE_SMALL_ZH, TextModel.ALL_MINILM_L6);
    for (TextModel model : models) {
      var unused = prepare(model);
    }
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
    return Waiting.join(prepare(model));
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
