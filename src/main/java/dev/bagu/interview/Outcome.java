package dev.bagu.interview;

import java.util.List;
import java.util.Optional;

/**
 * What came of a turn.
 *
 * @param said what the session said, in order
 * @param assessment the check, where something was answered
 * @param origin where the follow-up among {@code said} comes from, if there is a new one
 */
public record Outcome(List<Said> said, Optional<Assessment> assessment, Optional<Origin> origin) {
  /** Copies the list. */
  public Outcome {
    said = List.copyOf(said);
  }

  static Outcome saying(Said... said) {
    return new Outcome(List.of(said), Optional.empty(), Optional.empty());
  }

  /** The result of the question that this turn closed. */
  Optional<QuestionResult> result() {
    return said.stream()
        .filter(Said.Closing.class::isInstance)
        .map(each -> ((Said.Closing) each).result())
        .findFirst();
  }
}
