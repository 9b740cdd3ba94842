package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.interview.Session;
import dev.bagu.interview.SessionRecord;
import dev.bagu.interview.SessionSettings;
import dev.bagu.interview.Tone;
import dev.bagu.interview.Turn;
import dev.bagu.knowledge.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bagu interview}: a mock interview with follow-ups and a scorecard. */
@Command(
    name = "interview",
    description = "Sit a mock interview: questions, follow-ups, a scorecard.",
    footer = {
      "",
      "In the interview: an empty line sends an answer; /hint /skip /repeat /why /end /help.",
      "",
      "Examples:",
      "  bagu interview --topic peft,rag --questions 3",
      "  bagu interview --weak --minutes 30 --tone demanding",
      "  bagu interview --resume           go on with the one that was left",
      "  bagu interview list               all sessions",
      "  bagu interview compare peft-07    your two newest attempts"
    })
final class InterviewCommand extends BaguCommand {
  private static final int QUESTIONS = 5;
  private static final int LONGEST = 600;

  @Option(
      names = "--topic",
      paramLabel = "ID",
      split = ",",
      order = 10,
      description = "Ask only about these sections; 'bagu sources' lists them. Repeatable.")
  private List<String> topics = List.of();

  @Option(
      names = "--level",
      paramLabel = "N",
      split = ",",
      order = 11,
      description = "Ask only questions of these levels, 1 to 3. Repeatable.")
  private List<Integer> levels = List.of();

  @Option(
      names = "--questions",
      paramLabel = "N",
      order = 12,
      description = "How many questions, 1 to 100 (default: 5).")
  private @Nullable Integer questions;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      order = 13,
      description = "Time limit; when it is up, the session closes after the current question.")
  private @Nullable Integer minutes;

  @Option(
      names = "--weak",
      order = 14,
      description = "First what is due, then what was not passed, then what was never asked.")
  private boolean weak;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 15,
      description = "The same seed gives the same questions (default: a new one).")
  private @Nullable Long seed;

  @Option(
      names = "--tone",
      paramLabel = "TONE",
      order = 16,
      description = "The interviewer's voice: friendly, neutral or demanding (default: neutral).")
  private @Nullable String tone;

  @Option(
      names = "--resume",
      paramLabel = "ID",
      arity = "0..1",
      fallbackValue = "",
      order = 17,
      description = "Go on with a session that was left; without an id the newest one.")
  private @Nullable String resume;

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  InterviewCommand(Context context) {
    super(context);
  }

  /** The command with those below it. */
  static Object with(Context context) {
    picocli.CommandLine line = new picocli.CommandLine(new InterviewCommand(context));
    line.addSubcommand("list", new InterviewListCommand(context));
    line.addSubcommand("compare", new InterviewCompareCommand(context));
    return line;
  }

  @Override
  public Integer call() {
    check();
    try (OpenInterview open = OpenInterview.of(context, knowledge, model.configured(context))) {
      if (resume != null) {
        resume(open, resume);
      } else {
        Session session = open.room().start(settings(open));
        sit(open, session, new InterviewFiles.Bookmark(limit(), ""));
      }
      return ExitCode.OK;
    }
  }

  /** Looks at the options that need no documents, so that a mistake is told at once. */
  private void check() {
    boolean chosen =
        !topics.isEmpty() || !levels.isEmpty() || questions != null || seed != null || weak;
    if (resume != null && (chosen || tone != null)) {
      throw new BadInput(context.text("interview.resume_alone"));
    }
    if (minutes != null && (minutes < 1 || minutes > LONGEST)) {
      throw new BadInput(context.text("interview.minutes", minutes, LONGEST));
    }
    if (questions != null && (questions < 1 || questions > 100)) {
      throw new BadInput(context.text("interview.questions", questions));
    }
    for (int level : levels) {
      if (level < 1 || level > 3) {
        throw new BadInput(context.text("interview.level", level));
      }
    }
    tone();
  }

  private SessionSettings settings(OpenInterview open) {
    return new SessionSettings(
        new TreeSet<>(Sections.named(topics, open.knowledge().index(), context)),
        new TreeSet<>(levels),
        questions == null ? QUESTIONS : questions,
        weak,
        seed == null ? new Random().nextInt(1_000_000) : seed,
        tone(),
        context.chinese() ? Language.ZH : Language.EN,
        SessionSettings.MOST_FOLLOW_UPS);
  }

  private Tone tone() {
    if (tone == null) {
      return Tone.NEUTRAL;
    }
    for (Tone each : Tone.values()) {
      if (each.label().equalsIgnoreCase(tone)) {
        return each;
      }
    }
    throw new BadInput(context.text("interview.tone", tone));
  }

  private OptionalInt limit() {
    return minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes);
  }

  private void resume(OpenInterview open, String wanted) {
    String id =
        wanted.isEmpty()
            ? open.store()
                .unfinished()
                .map(SessionRecord::id)
                .orElseThrow(() -> new BadInput(context.text("interview.none_open")))
            : wanted;
    if (open.store().session(id).isEmpty()) {
      throw new BadInput(context.text("interview.no_session", id));
    }
    InterviewFiles.Bookmark left = new InterviewFiles(context).left(id);
    OptionalInt minutes = limit().isPresent() ? limit() : left.minutes();
    sit(open, open.room().resume(id), new InterviewFiles.Bookmark(minutes, left.draft()));
  }

  private void sit(OpenInterview open, Session session, InterviewFiles.Bookmark left) {
    Optional<Duration> used =
        open.store()
            .session(session.record().id())
            .map(each -> Duration.ofSeconds(each.turns().stream().mapToLong(Turn::seconds).sum()));
    TimeLimit limit = new TimeLimit(left.minutes(), used.orElse(Duration.ZERO), open.clock());
    new Sitting(context, open, session, limit, left.draft()).run();
  }
}
