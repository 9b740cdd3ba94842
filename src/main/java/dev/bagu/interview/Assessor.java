package dev.bagu.interview;

import dev.bagu.check.CheckReport;
import dev.bagu.check.CheckRequest;
import dev.bagu.knowledge.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Has what a candidate says checked. Every answer to the entry is checked together with all that
 * was said to it before, as one draft: coverage is the union of what was said at any time, and the
 * score with its band is the check's own score of the whole.
 */
final class Assessor {
  private static final String BETWEEN = "\n\n";

  private final Syllabus syllabus;
  private final Function<CheckRequest, CheckReport> check;

  Assessor(Syllabus syllabus, Function<CheckRequest, CheckReport> check) {
    this.syllabus = syllabus;
    this.check = check;
  }

  /** The check of a turn's text; empty where it says nothing that can be checked. */
  Optional<Assessment> assess(QuestionState state, Turn turn) {
    if (NonAnswer.is(turn.text())) {
      return Optional.empty();
    }
    Optional<Origin> origin = state.open().map(QuestionState.Asked::origin);
    boolean elsewhere = origin.filter(each -> each.kind() == Origin.Kind.NEIGHBOUR).isPresent();
    Assessment assessment =
        elsewhere
            ? neighbour(origin.get(), turn.text())
            : withAllBefore(state, origin, turn.text());
    int from = elsewhere ? 0 : assessment.draft().length() - turn.text().length();
    return Optional.of(assessment).filter(each -> each.saysSomething(from));
  }

  /** The answer to a question of another entry is held against that one alone. */
  private Assessment neighbour(Origin origin, String text) {
    Entry other = syllabus.find(origin.entry()).orElseThrow();
    return Assessment.of(checked(other, origin.basis(), text), List.of());
  }

  private Assessment withAllBefore(QuestionState state, Optional<Origin> origin, String text) {
    List<ClaimVerdict> corrected = state.latest().map(Assessment::corrected).orElse(List.of());
    Optional<ClaimVerdict> doubted =
        origin
            .filter(each -> each.kind() == Origin.Kind.CONTRADICTED)
            .flatMap(each -> claim(state, each.basis()));
    if (doubted.isPresent()) {
      Assessment without = withoutClaim(state, doubted.get(), text, corrected);
      if (without.putsRight(without.draft().length() - text.length())) {
        return without;
      }
    }
    return assessment(state, joined(state.draft(), text), corrected);
  }

  /**
   * A claim counts as taken back when the answer to its follow-up says something that the source
   * supports and nothing that it contradicts; the draft is then judged without it.
   */
  private Assessment withoutClaim(
      QuestionState state, ClaimVerdict doubted, String text, List<ClaimVerdict> corrected) {
    String draft = state.draft();
    int end = doubted.start() + doubted.text().length();
    String kept = draft.substring(0, doubted.start()) + draft.substring(end);
    return assessment(
        state, joined(kept, text), Stream.concat(corrected.stream(), Stream.of(doubted)).toList());
  }

  private static Optional<ClaimVerdict> claim(QuestionState state, String text) {
    return state.latest().stream()
        .flatMap(each -> each.claims().stream())
        .filter(each -> each.text().equals(text))
        .findFirst();
  }

  private Assessment assessment(QuestionState state, String draft, List<ClaimVerdict> corrected) {
    return Assessment.of(checked(state.entry(), state.entry().question(), draft), corrected);
  }

  private CheckReport checked(Entry entry, String question, String draft) {
    return check.apply(new CheckRequest(question, syllabus.ordinal(entry.id()), draft));
  }

  private static String joined(String before, String text) {
    return before.isBlank() ? text : before.stripTrailing() + BETWEEN + text;
  }
}
