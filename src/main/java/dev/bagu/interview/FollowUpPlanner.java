package dev.bagu.interview;

import dev.bagu.check.PointCoverage;
import dev.bagu.check.Reason;
import dev.bagu.check.Verdict;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.FollowUp;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses what to follow up: first a claim that the source contradicts, then a key point that was
 * missed, then a question of the entry's own list that another entry answers.
 *
 * <p>A follow-up takes up the candidate's own words where there are any that bear on it, and never
 * says what a key point says: it asks about the point's subject. Example: the missed point
 * "量化底座要先反量化或加载半精度底座再合并" after "LoRA 可以合并" becomes 你提到“LoRA 可以合并”。接着说说：量化底座这一块，具体是怎样的？
 */
final class FollowUpPlanner {
  /** Longest quote, in characters; a longer claim is cut at its end. */
  private static final int QUOTED = 60;

  private final Syllabus syllabus;

  FollowUpPlanner(Syllabus syllabus) {
    this.syllabus = syllabus;
  }

  /** The next follow-up of a question; empty where nothing was answered or nothing is left. */
  Optional<Plan> next(QuestionState state) {
    if (state.latest().isEmpty()) {
      return Optional.empty();
    }
    Assessment assessment = state.latest().get();
    Set<String> asked =
        state.followUps().stream().map(each -> each.origin().basis()).collect(Collectors.toSet());
    LeakGuard guard = LeakGuard.ofPoints(state);
    Stream<Plan> plans =
        Stream.of(
                contradicted(assessment, asked),
                missed(state.entry(), assessment, asked),
                neighbours(state.entry(), assessment, asked))
            .flatMap(List::stream);
    return plans.filter(plan -> !guard.leaks(own(plan))).findFirst();
  }

  /** What a plan's wording holds beside the candidate's words. */
  private static String own(Plan plan) {
    return plan.values().getOrDefault("subject", "")
        + " "
        + plan.values().getOrDefault("question", "");
  }

  private static List<Plan> contradicted(Assessment assessment, Set<String> asked) {
    return assessment.claims(Verdict.CONTRADICTED).stream()
        .filter(claim -> !asked.contains(claim.text()))
        .map(
            claim ->
                new Plan(
                    new Origin(
                        Origin.Kind.CONTRADICTED,
                        claim.text(),
                        claim.text(),
                        assessment.entry(),
                        claim.evidence().stream().findFirst().orElse(NOWHERE)),
                    phrase(claim.reason()),
                    Map.of("quote", quoted(claim.text()))))
        .toList();
  }

  /** Where a contradiction has no words of its own in the source (a known mistake, for example). */
  private static final SourceLine NOWHERE = new SourceLine("", "", 0, 0, "");

  private static String phrase(Reason reason) {
    return switch (reason) {
      case NUMBER -> "contradicted.number";
      case NEGATION, DIRECTION -> "contradicted.direction";
      case ROLES -> "contradicted.roles";
      case CAUSE -> "contradicted.cause";
      case NAME -> "contradicted.name";
      default -> "contradicted";
    };
  }

  /**
   * Wholly missed points before partly made ones, those that there is something to ask about before
   * others, each in the order of the source; no kind of thing is asked for twice in a question.
   */
  private List<Plan> missed(Entry entry, Assessment assessment, Set<String> asked) {
    Set<String> phrases =
        assessment.points().stream()
            .filter(point -> asked.contains(point.point()))
            .map(point -> aspect(point, entry))
            .filter(aspect -> aspect.subject().isEmpty())
            .map(Aspect::phrase)
            .collect(Collectors.toSet());
    return assessment.points().stream()
        .filter(point -> !point.isMade() && !asked.contains(point.point()))
        .map(point -> new Miss(point, fresh(aspect(point, entry), phrases)))
        .sorted(Miss.WORST_FIRST)
        .map(
            miss ->
                missed(
                    miss.point(),
                    miss.aspect(),
                    anchor(miss.point().point(), miss.point().made(), assessment),
                    entry))
        .toList();
  }

  /** A point that was not made, and what can be asked about it. */
  private record Miss(PointState point, Aspect aspect) {
    static final Comparator<Miss> WORST_FIRST =
        Comparator.<Miss>comparingInt(
                miss -> miss.point().state() == PointCoverage.State.MISSED ? 0 : 1)
            .thenComparingInt(miss -> miss.aspect().rank());
  }

  private static Plan missed(PointState point, Aspect aspect, String quote, Entry entry) {
    return new Plan(
        new Origin(Origin.Kind.MISSED, point.point(), quote, entry.id(), point.source()),
        (quote.isEmpty() ? "missed.unquoted." : "missed.") + aspect.phrase(),
        Map.of("quote", quoted(quote), "subject", aspect.subject()));
  }

  private static Aspect fresh(Aspect aspect, Set<String> phrases) {
    return phrases.contains(aspect.phrase()) ? Aspect.ANY : aspect;
  }

  /**
   * What can be asked about a point: its subject, else a name in its first half, else the kind of
   * thing that it says. What the question itself names asks nothing that was not asked already.
   */
  private Aspect aspect(PointState state, Entry entry) {
    Set<String> given = words(entry.question() + " " + entry.questionEn());
    PointText point = new PointText(state.point());
    return point
        .subject()
        .filter(each -> !given.containsAll(words(each)))
        .map(each -> Aspect.subject(each, point))
        .or(
            () ->
                syllabus
                    .names()
                    .rarest(point.firstHalf(), each -> !given.containsAll(words(each)))
                    .map(Aspect::name))
        .or(() -> PointSide.of(point.text()).map(Aspect::side))
        .orElse(Aspect.ANY);
  }

  private List<Plan> neighbours(Entry entry, Assessment assessment, Set<String> asked) {
    return entry.followUps().stream()
        .filter(each -> !asked.contains(each.question()) && !each.entryId().equals(entry.id()))
        .flatMap(each -> neighbour(each, assessment).stream())
        .toList();
  }

  private Optional<Plan> neighbour(FollowUp followUp, Assessment assessment) {
    return syllabus
        .find(followUp.entryId())
        .map(
            other -> {
              String quote = anchor(followUp.question(), "", assessment);
              return new Plan(
                  new Origin(
                      Origin.Kind.NEIGHBOUR,
                      followUp.question(),
                      quote,
                      other.id(),
                      SourceLine.of(other.span(), "")),
                  quote.isEmpty() ? "neighbour.unquoted" : "neighbour",
                  Map.of("quote", quoted(quote), "question", followUp.question()));
            });
  }

  /**
   * The candidate's words to hang a question on: the nearest claim that the check names, else the
   * supported claim that shares the most units with what is asked about; the later one on a tie;
   * empty where none shares two.
   */
  private static String anchor(String about, String nearest, Assessment assessment) {
    if (!nearest.isEmpty()) {
      return nearest;
    }
    Set<String> wanted = words(about);
    String best = "";
    int most = 2;
    for (ClaimVerdict claim : assessment.claims(Verdict.SUPPORTED)) {
      Set<String> shared = words(claim.text());
      shared.retainAll(wanted);
      if (shared.size() >= most) {
        most = shared.size();
        best = claim.text();
      }
    }
    return best;
  }

  private static Set<String> words(String text) {
    return Units.of(text).stream()
        .map(Units.Unit::word)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String quoted(String claim) {
    String line = claim.strip().replaceAll("\\s+", " ").replaceAll("[。．.；;，,]+$", "");
    int end = line.offsetByCodePoints(0, Math.min(QUOTED, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }
}
