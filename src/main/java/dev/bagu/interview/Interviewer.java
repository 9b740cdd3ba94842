package dev.bagu.interview;

import dev.bagu.llm.Fence;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.ModelFailure;
import dev.bagu.llm.PromptFile;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.llm.Reply;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words what code has decided to ask: from the phrase files, and with a model in an interviewer's
 * voice. The model gets the wording of the phrase file and the candidate's last words, nothing
 * else: no score, no verdict, no stored answer. What it writes is used only if it passes {@link
 * #accepts}; else the phrase file's wording stands.
 */
public final class Interviewer {
  /** The mode of a session without a model. */
  static final String OFFLINE = "offline";

  /** Longest wording of a model, in characters. */
  static final int LONGEST = 300;

  /** Characters of the candidate's last words that a model sees. */
  private static final int SHOWN = 1_500;

  private static final String PROMPT = "interviewer";

  private static final Map<Tone, String> VOICES =
      Map.of(
          Tone.FRIENDLY, "friendly: warm, patient and encouraging, without praise",
          Tone.NEUTRAL, "neutral: matter-of-fact and polite",
          Tone.DEMANDING, "demanding: brief and pressing, never rude");

  private final PromptLibrary prompts;
  private final Optional<ModelCall> model;

  /** An interviewer that may use a model. */
  public Interviewer(PromptLibrary prompts, Optional<ModelCall> model) {
    this.prompts = prompts;
    this.model = model;
  }

  /**
   * A line to word.
   *
   * @param key of its phrase
   * @param values of the phrase
   * @param choice which wording of the phrase
   * @param candidate the candidate's last words; empty before there are any
   * @param guard what the wording must not give away
   */
  record Line(
      String key, Map<String, String> values, int choice, String candidate, LeakGuard guard) {}

  /** {@code offline}, or the model's name. */
  String mode() {
    return model.map(ModelCall::modelName).orElse(OFFLINE);
  }

  /** The versions of the files that a session is worded from. */
  Map<String, String> versions(SessionSettings settings) {
    Map<String, String> versions = new LinkedHashMap<>();
    Phrases phrases = Phrases.load(prompts, settings.chinese());
    versions.put(phrases.name(), phrases.version());
    if (model.isPresent()) {
      versions.put(PROMPT, prompts.prompt(PROMPT).version());
    }
    return versions;
  }

  /** The words of a line. */
  String word(Line line, SessionSettings settings) {
    Phrases phrases = Phrases.load(prompts, settings.chinese());
    String toned = line.key() + "." + settings.tone().label();
    String key = phrases.has(toned) ? toned : line.key();
    String plain = phrases.text(key, line.choice(), line.values());
    return model.flatMap(each -> spoken(each, plain, line, settings)).orElse(plain);
  }

  private Optional<String> spoken(
      ModelCall call, String plain, Line line, SessionSettings settings) {
    String candidate = line.candidate().substring(0, Math.min(SHOWN, line.candidate().length()));
    PromptFile prompt = prompts.prompt(PROMPT);
    try {
      Reply reply =
          call.complete(
              prompt.fill(
                  Map.of(
                      "voice",
                      VOICES.getOrDefault(settings.tone(), settings.tone().label()),
                      "language",
                      settings.chinese() ? "Chinese" : "English",
                      "candidate",
                      candidate.isBlank() ? "" : Fence.around("candidate", candidate),
                      "line",
                      Fence.around("line", plain))));
      String text = reply.text().strip().replaceAll("\\s*\\n\\s*", " ");
      return reply.complete() && accepts(text, line) ? Optional.of(text) : Optional.empty();
    } catch (ModelFailure failure) {
      // The wording of the phrase file is always there; a session never stops for its voice.
      return Optional.empty();
    }
  }

  /**
   * Whether a model's wording may stand: not empty, at most {@value #LONGEST} characters, one
   * question (no more than the line itself has), gives no key point away, keeps the quote, and
   * still asks what the line asks (at least half of the units of the subject or question).
   */
  static boolean accepts(String text, Line line) {
    // A question of the bank may be a double one, and a quote may ask something itself.
    long given =
        marks(line.values().getOrDefault("question", "") + line.values().getOrDefault("quote", ""));
    long marks = marks(text);
    return !text.isBlank()
        && text.length() <= LONGEST
        && marks >= 1
        && marks <= Math.max(1, given)
        && !line.guard().leaks(text)
        && text.contains(line.values().getOrDefault("quote", ""))
        && keeps(text, line.values().getOrDefault("subject", ""))
        && keeps(text, line.values().getOrDefault("question", ""));
  }

  private static long marks(String text) {
    return text.chars().filter(c -> c == '?' || c == '？').count();
  }

  private static boolean keeps(String text, String wanted) {
    Set<String> units =
        Units.of(wanted).stream()
            .map(Units.Unit::word)
            .collect(Collectors.toCollection(HashSet::new));
    int all = units.size();
    units.retainAll(Units.of(text).stream().map(Units.Unit::word).toList());
    return units.size() * 2 >= all;
  }
}
