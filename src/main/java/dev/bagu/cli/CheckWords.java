package dev.bagu.cli;

import dev.bagu.check.CheckNotice;
import dev.bagu.check.CheckReport;
import dev.bagu.check.Claim;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.Reason;
import dev.bagu.check.Score;
import dev.bagu.check.Verdict;
import dev.bagu.cli.terminal.Messages;
import dev.bagu.knowledge.SourceSpan;
import dev.bagu.llm.ModelFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a report says, in the person's language: the same words on every kind of page.
 *
 * <p>Texts that are filled with words of drafts or documents come out sanitised for a terminal, not
 * escaped for HTML or Markdown.
 */
final class CheckWords {
  private static final String OFFLINE = "offline";

  private final Messages messages;

  CheckWords(Messages messages) {
    this.messages = messages;
  }

  /** The text of a key. */
  String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** The language of the words, as HTML names it. */
  String language() {
    return messages.locale().equals(Locale.CHINESE) ? "zh-CN" : "en";
  }

  /** One character that tells the verdict without colour. */
  static String mark(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "✓";
      case CONTRADICTED -> "✗";
      case NOT_IN_SOURCE -> "?";
    };
  }

  String verdict(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> text("check.supported");
      case CONTRADICTED -> text("check.contradicted");
      case NOT_IN_SOURCE -> text("check.not_in_source");
    };
  }

  String reason(Reason reason) {
    return switch (reason) {
      case SAME_WORDS -> text("check.reason.same_words");
      case SAME_MEANING -> text("check.reason.same_meaning");
      case KEY_POINT -> text("check.reason.key_point");
      case NUMBER -> text("check.reason.number");
      case NEGATION -> text("check.reason.negation");
      case ROLES -> text("check.reason.roles");
      case DIRECTION -> text("check.reason.direction");
      case CAUSE -> text("check.reason.cause");
      case NAME -> text("check.reason.name");
      case ATTRIBUTE -> text("check.reason.attribute");
      case KNOWN_MISTAKE -> text("check.reason.known_mistake");
      case UNMENTIONED -> text("check.reason.unmentioned");
      case OFF_TOPIC -> text("check.reason.off_topic");
      case INSTRUCTION -> text("check.reason.instruction");
    };
  }

  /** File, heading and lines. */
  String place(SourceSpan span) {
    return Places.of(span, messages);
  }

  /** The points, and the band where uncertain verdicts could change them. */
  String score(Score score) {
    return score.isBand()
        ? text("check.score.band", score.points(), score.low(), score.high())
        : text("check.score", score.points());
  }

  /** How many key points are made. */
  String coverage(CheckReport report) {
    if (report.points().isEmpty()) {
      return text("check.coverage.none");
    }
    long made = count(report, PointCoverage.State.MADE);
    long partly = count(report, PointCoverage.State.PARTLY);
    int all = report.points().size();
    String percent = percent(report.score().coverage());
    return partly == 0
        ? text("check.coverage", made, all, percent)
        : text("check.coverage.partly", made, all, percent, partly);
  }

  private static long count(CheckReport report, PointCoverage.State state) {
    return report.points().stream().filter(point -> point.state() == state).count();
  }

  /** Who judged. */
  String mode(CheckReport report) {
    return report.mode().equals(OFFLINE)
        ? text("check.mode.offline")
        : text("check.mode.model", report.mode());
  }

  /** How much of a point is made, and by which claim. */
  String share(CheckReport report, PointCoverage point) {
    int claim = number(report, point.made());
    String percent = percent(point.share());
    return claim == 0 ? text("check.share", percent) : text("check.share.claim", percent, claim);
  }

  /** Number of a claim in the report, from 1; 0 where it is none of its claims. */
  static int number(CheckReport report, Optional<Claim> claim) {
    return claim
        .map(wanted -> report.judgements().stream().map(Judgement::claim).toList().indexOf(wanted))
        .map(at -> at + 1)
        .orElse(0);
  }

  /** A share as a whole percentage: {@code 60 %}. */
  static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  /** What a person should know besides, one line each. */
  List<String> notices(CheckReport report) {
    return report.notices().stream().map(this::notice).toList();
  }

  private String notice(CheckNotice notice) {
    return switch (notice.kind()) {
      case MODEL_FAILED -> text("check.failed", failure(notice));
      case MODEL_VERDICTS_REFUSED ->
          text("check.refused_verdicts", notice.arguments().getOrDefault("count", "?"));
      case INSTRUCTIONS_IN_DRAFT -> text("check.instructions");
      case NOTHING_TO_CHECK -> text("check.nothing");
    };
  }

  private String failure(CheckNotice notice) {
    String kind = notice.arguments().getOrDefault("kind", "").toLowerCase(Locale.ROOT);
    return ModelFailure.fill(text("model." + kind), notice.arguments());
  }
}
