package dev.bagu.answer;

import dev.bagu.knowledge.Language;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Mention;
import dev.bagu.retrieval.Retrieval;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a follow-up question whole from what was talked about, without a model.
 *
 * <p>Examples, after "LoRA 的思路是什么": {@code 那它的优点呢?} becomes {@code LoRA 的优点}, {@code 和 QLoRA 比呢?}
 * becomes {@code LoRA 和 QLoRA 比有什么区别}, {@code 那 QLoRA 呢?} becomes {@code QLoRA 的思路是什么}. A question
 * that says itself what it is about stays as it was typed.
 */
final class Completer {
  /** Most that a question without a lead-in may say to count as short, by its content's weight. */
  private static final int SHORT = 4;

  /** The same with a lead-in: 那, 呢, what about. */
  private static final int SHORT_LED = 14;

  /** A short question that is this sure to have an answer of its own needs no topic. */
  private static final double SURE = 0.85;

  private final HybridRetriever retriever;

  Completer(HybridRetriever retriever) {
    this.retriever = retriever;
  }

  /** What was typed, taken apart. */
  private record Typed(
      String text, String core, boolean led, List<Mention> names, List<String> content) {
    boolean english() {
      return Language.of(text) == Language.EN;
    }

    /** The content beside the names. */
    List<String> beside() {
      StringBuilder rest = new StringBuilder(core);
      for (int i = names.size() - 1; i >= 0; i--) {
        rest.replace(names.get(i).start(), names.get(i).end(), "，");
      }
      return FollowUpWords.content(rest.toString());
    }
  }

  /** Whether a question says surely by itself what it is about, so that nobody need be asked. */
  boolean isWhole(String text, Topic topic) {
    Typed typed = read(text);
    boolean own = !typed.names().isEmpty() && !typed.led() && !refersBack(typed);
    return !topic.isThere() || own || stored(text);
  }

  /** The words of a question that say what it is about. */
  List<String> own(String text) {
    return read(text).content();
  }

  /** The question, whole. */
  Completion complete(String text, Topic topic) {
    if (!topic.isThere() || stored(text)) {
      return Completion.whole(text);
    }
    Typed typed = read(text);
    return byReference(typed, topic)
        .or(() -> byComparison(typed, topic))
        .or(() -> byOtherName(typed, topic))
        .or(() -> byShortness(typed, topic))
        .map(
            whole ->
                new Completion(
                    text,
                    inWordsOfTheDocuments(whole.strip().replaceAll("\\s{2,}", " "), typed, topic),
                    Completion.By.TOPIC,
                    typed.content()))
        .orElseGet(() -> Completion.whole(text));
  }

  /**
   * Other words for the side that is asked for, where with these words another thing than the topic
   * is found, and with the others the topic: 缺点 of many a thing stands under 局限.
   */
  private String inWordsOfTheDocuments(String whole, Typed typed, Topic topic) {
    if (topic.names().size() != 1 || !typed.names().isEmpty()) {
      return whole;
    }
    List<String> others = FollowUpWords.otherWords(whole);
    if (others.isEmpty() || findsSubject(whole, topic)) {
      return whole;
    }
    return others.stream().filter(other -> findsSubject(other, topic)).findFirst().orElse(whole);
  }

  private boolean findsSubject(String question, Topic topic) {
    return retriever.retrieve(question, 1, Set.of()).passages().stream()
        .limit(1)
        .anyMatch(first -> retriever.asks(List.of(topic.subject()), first.entry()) >= 1);
  }

  private Typed read(String text) {
    String noLead = FollowUpWords.LEAD.matcher(text).replaceFirst("");
    String noAbout = FollowUpWords.ABOUT.matcher(noLead).replaceFirst("");
    String core = FollowUpWords.TAIL.matcher(noAbout).replaceFirst("").strip();
    boolean led = !noAbout.equals(text) || FollowUpWords.PARTICLE.matcher(text).find();
    List<Mention> names =
        retriever.mentions(core).stream().filter(name -> !Topic.general(name)).toList();
    return new Typed(text, core, led, names, FollowUpWords.content(core));
  }

  /** Whether somebody wrote down just this question, and not only "why?". */
  private boolean stored(String text) {
    return retriever.index().lexical().exact(text).length > 0
        && FollowUpWords.weight(own(text)) > SHORT;
  }

  private static boolean refersBack(Typed typed) {
    return reference(typed).isPresent() || comparison(typed).isPresent();
  }

  /** A comparison without its first side; 和 PPO 相比，DPO 好在哪 has both. */
  private static Optional<Matcher> comparison(Typed typed) {
    Matcher compares = FollowUpWords.COMPARES.matcher(typed.core());
    boolean both = false;
    if (typed.names().size() > 1) {
      int from = typed.names().get(0).end();
      String between = typed.core().substring(from, typed.names().get(1).start());
      both = between.matches(".*[比，,].*");
    }
    return compares.find() && !both ? Optional.of(compares) : Optional.empty();
  }

  /**
   * A word that stands for something said before: none of the question's own names is before it.
   */
  private static Optional<Matcher> reference(Typed typed) {
    if (FollowUpWords.EMPTY_IT.matcher(typed.core()).find() && !typed.names().isEmpty()) {
      return Optional.empty();
    }
    for (Pattern pattern :
        List.of(FollowUpWords.FORMER, FollowUpWords.LATTER, FollowUpWords.BOTH, FollowUpWords.IT)) {
      Matcher found = pattern.matcher(typed.core());
      if (found.find() && stands(typed, found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static boolean stands(Typed typed, Matcher found) {
    if (typed.names().isEmpty()) {
      return true;
    }
    boolean compared =
        typed
            .core()
            .substring(0, found.start())
            .matches("(?ius).*(?:[和跟与同比]|\\b(?:than|with|to|from))\\s*");
    boolean first = found.start() < typed.names().get(0).start();
    boolean its = found.end() < typed.core().length() && typed.core().charAt(found.end()) == '的';
    if (compared && !its) {
      return true;
    }
    return first && (!typed.english() || FollowUpWords.DIFFERS.matcher(typed.core()).find());
  }

  private static Optional<String> byReference(Typed typed, Topic topic) {
    return reference(typed)
        .filter(found -> topic.names().size() > 1 || !oneOfTwo(found.pattern()))
        .map(
            found -> {
              String core = typed.core();
              String thing = thing(found.pattern(), topic);
              boolean its = found.group().equalsIgnoreCase("its");
              String put = its ? thing + "'s" : spaced(core, found, thing);
              return core.substring(0, found.start()) + put + core.substring(found.end());
            });
  }

  private static boolean oneOfTwo(Pattern kind) {
    return kind == FollowUpWords.FORMER || kind == FollowUpWords.LATTER;
  }

  private static String thing(Pattern kind, Topic topic) {
    if (kind == FollowUpWords.BOTH) {
      return topic.all();
    }
    return kind == FollowUpWords.LATTER ? topic.last() : topic.subject();
  }

  /** A Latin name among Chinese characters gets its spaces. */
  private static String spaced(String core, Matcher found, String thing) {
    boolean before = found.start() > 0 && !Character.isWhitespace(core.charAt(found.start() - 1));
    boolean after = found.end() < core.length() && core.charAt(found.end()) >= 0x2E80;
    return (before ? " " : "") + thing + (after ? " " : "");
  }

  private static Optional<String> byComparison(Typed typed, Topic topic) {
    return comparison(typed).map(compares -> compared(typed, compares.end(), topic));
  }

  private static String compared(Typed typed, int from, Topic topic) {
    String rest = typed.core().substring(from);
    if (typed.english()) {
      return "difference between " + topic.subject() + " and " + rest;
    }
    Matcher only = FollowUpWords.ONLY_COMPARES.matcher(rest);
    boolean asks = !only.find() && (!typed.beside().isEmpty() || FollowUpWords.asksSide(rest));
    String word = typed.core().startsWith("比") ? " 比 " : " 和 ";
    String other = asks ? word + rest : " 和 " + only.replaceAll("").strip() + " 有什么区别";
    return topic.subject() + other;
  }

  /** {@code 那 QLoRA 呢}: nothing but another name. */
  private Optional<String> byOtherName(Typed typed, Topic topic) {
    boolean bare = typed.led() && !typed.names().isEmpty() && typed.beside().isEmpty();
    String rest = typed.core();
    if (!bare
        || typed.names().size() > 1
        || rest.length() > typed.names().get(0).text().length() + 2) {
      return Optional.empty();
    }
    // The same question of the other: if an entry asks it; else what the documents have on it.
    String same = topic.askedOf(rest);
    Retrieval found = retriever.retrieve(same, 1, Set.of());
    boolean asked =
        found.passages().stream()
            .limit(1)
            .anyMatch(first -> retriever.asks(List.of(rest), first.entry()) >= 1);
    return Optional.of(asked ? same : rest);
  }

  private Optional<String> byShortness(Typed typed, Topic topic) {
    boolean named =
        !typed.names().isEmpty() || typed.core().matches("(?iu).*(?:大模型|语言模型|\\bllms?\\b).*");
    int weight = FollowUpWords.weight(typed.content());
    if (named || weight > (typed.led() ? SHORT_LED : SHORT)) {
      return Optional.empty();
    }
    boolean defines = FollowUpWords.DEFINES.matcher(typed.core()).find() && weight > 0;
    boolean alone = !typed.led() && !general(typed) && (defines || sure(typed.text()));
    if (weight > 0 && alone) {
      return Optional.empty();
    }
    return Optional.of(joined(typed, topic));
  }

  /** Whether it says nothing but what goes with every topic: {@code 显存怎么算}. */
  private boolean general(Typed typed) {
    return typed.content().stream()
        .allMatch(
            part ->
                retriever.mentions(part).stream()
                    .anyMatch(name -> name.text().equals(part) && Topic.general(name)));
  }

  private boolean sure(String text) {
    return retriever.retrieve(text, 1, Set.of()).confidence() >= SURE;
  }

  private static String joined(Typed typed, Topic topic) {
    String base = FollowUpWords.ASKS.matcher(topic.question()).replaceAll(" ").strip();
    if (FollowUpWords.WHY.matcher(typed.core()).matches()) {
      return typed.english() ? "why " + base : "为什么 " + base;
    }
    if (typed.content().isEmpty() && !FollowUpWords.asksSide(typed.core())) {
      return base + " " + typed.core();
    }
    if (typed.english()) {
      boolean asks =
          typed.core().matches("(?iu)(?:how|when|where|why|what|which|who|can|does|is|do)\\b.*");
      return asks ? topic.subject() + ": " + typed.core() : typed.core() + " of " + topic.subject();
    }
    return topic.subject() + (FollowUpWords.isSide(typed.core()) ? " 的" : " ") + typed.core();
  }
}
