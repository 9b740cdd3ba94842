package dev.bagu.interview;

import dev.bagu.check.Verdict;
import dev.bagu.llm.PromptLibrary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The figures of a session. Its JSON is a contract; fields are only ever added:
 *
 * <pre>
 * {"session","mode","started","ended","seconds","points","low","high","hints","asked","handled",
 *  "sections":[{"section","title","title_en","questions","points","seconds"}],
 *  "questions":[{"number","question","question_en","level","result":{"entry","section","state":"answered"|
 *    "not_answered","points","low","high","coverage","hints","follow_ups","handled","seconds"},
 *    "covered":[point...],"missed":[point...],"wrong":[claim...],"corrected":[claim...]}]}
 * point: {"point","state":"made"|"partly"|"missed","share","made","source":{place}}
 * claim: {"text","start","verdict","reason","evidence":[{place}]}
 * place: {"file","heading","start_line","end_line","quote"}
 * </pre>
 *
 * <p>Questions that were not closed are not in it. Points of a section and of the session are the
 * means of their questions, rounded; {@code low} and {@code high} the means of the bands.
 *
 * @param session the session's id
 * @param mode {@code offline}, or the model that worded the questions
 * @param started ISO-8601, UTC
 * @param ended ISO-8601, UTC; empty while it is open
 * @param seconds used by the candidate in closed questions
 * @param points 0 to 100
 * @param low lowest points that uncertain verdicts allow
 * @param high highest points that uncertain verdicts allow
 * @param hints hints given
 * @param asked follow-ups asked
 * @param handled follow-ups handled
 * @param sections in the order in which they came up
 * @param questions in order
 */
public record Scorecard(
    String session,
    String mode,
    String started,
    String ended,
    int seconds,
    int points,
    int low,
    int high,
    int hints,
    int asked,
    int handled,
    List<SectionScore> sections,
    List<QuestionScore> questions) {
  /** Copies the lists. */
  public Scorecard {
    sections = List.copyOf(sections);
    questions = List.copyOf(questions);
  }

  /**
   * One section.
   *
   * @param section its id
   * @param title its Chinese title
   * @param titleEn its English title
   * @param questions how many questions of it were closed
   * @param points their mean, 0 to 100
   * @param seconds used for them
   */
  public record SectionScore(
      String section, String title, String titleEn, int questions, int points, int seconds) {}

  /**
   * One closed question.
   *
   * @param number its place in the session, from 1
   * @param question as it stands in the documents
   * @param questionEn in English; empty where there is none
   * @param level 1 to 3; 0 where unknown
   * @param result its figures
   * @param covered key points made
   * @param missed key points missed or made in part
   * @param wrong claims that stayed contradicted
   * @param corrected claims that were put right
   */
  public record QuestionScore(
      int number,
      String question,
      String questionEn,
      int level,
      QuestionResult result,
      List<PointState> covered,
      List<PointState> missed,
      List<ClaimVerdict> wrong,
      List<ClaimVerdict> corrected) {
    /** Copies the lists. */
    public QuestionScore {
      covered = List.copyOf(covered);
      missed = List.copyOf(missed);
      wrong = List.copyOf(wrong);
      corrected = List.copyOf(corrected);
    }
  }

  static Scorecard of(SessionRecord record, List<QuestionState> states) {
    Map<String, List<QuestionState>> bySection = new LinkedHashMap<>();
    List<QuestionState> closed = states.stream().filter(each -> each.result().isPresent()).toList();
    for (QuestionState state : closed) {
      bySection.computeIfAbsent(state.entry().section().id(), any -> new ArrayList<>()).add(state);
    }
    return new Scorecard(
        record.id(),
        record.mode(),
        record.started().toString(),
        record.ended().map(Instant::toString).orElse(""),
        sum(closed, QuestionResult::seconds),
        mean(closed, QuestionResult::points),
        mean(closed, QuestionResult::low),
        mean(closed, QuestionResult::high),
        sum(closed, QuestionResult::hints),
        sum(closed, QuestionResult::followUps),
        sum(closed, QuestionResult::handled),
        bySection.values().stream().map(Scorecard::section).toList(),
        closed.stream().map(each -> question(states.indexOf(each) + 1, each)).toList());
  }

  /** The card as one JSON object, indented. */
  public String toJson() {
    return Json.pretty(this);
  }

  /** The card as a Markdown page; its words come from the phrase file of the language. */
  public String toMarkdown(PromptLibrary prompts, boolean chinese) {
    return new ScorecardPage(Phrases.load(prompts, chinese), chinese).page(this);
  }

  private static SectionScore section(List<QuestionState> states) {
    return new SectionScore(
        states.get(0).entry().section().id(),
        states.get(0).entry().section().title(),
        states.get(0).entry().section().titleEn(),
        states.size(),
        mean(states, QuestionResult::points),
        sum(states, QuestionResult::seconds));
  }

  static QuestionScore question(int number, QuestionState state) {
    List<PointState> points = Closings.points(state);
    return new QuestionScore(
        number,
        state.entry().question(),
        state.entry().questionEn(),
        state.entry().level(),
        state.result().orElseThrow(),
        points.stream().filter(PointState::isMade).toList(),
        points.stream().filter(each -> !each.isMade()).toList(),
        state.latest().map(each -> each.claims(Verdict.CONTRADICTED)).orElse(List.of()),
        state.latest().map(Assessment::corrected).orElse(List.of()));
  }

  private static int sum(List<QuestionState> states, ToIntFunction<QuestionResult> figure) {
    return states.stream().mapToInt(each -> figure.applyAsInt(each.result().orElseThrow())).sum();
  }

  private static int mean(List<QuestionState> states, ToIntFunction<QuestionResult> figure) {
    return states.isEmpty() ? 0 : (int) Math.round(sum(states, figure) / (double) states.size());
  }
}
