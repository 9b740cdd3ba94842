package dev.bagu.cli;

import dev.bagu.BaguException;
import dev.bagu.llm.ModelFailure;
import java.util.Locale;

/** A failure in one line of the person's language. */
final class FailureText {
  private FailureText() {}

  static String of(BaguException failure, Context context) {
    if (failure instanceof ModelFailure model) {
      String key = "model." + model.kind().name().toLowerCase(Locale.ROOT);
      return ModelFailure.fill(context.text(key), model.arguments());
    }
    return String.valueOf(failure.getMessage());
  }
}
