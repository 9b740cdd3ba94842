package dev.bagu.answer;

import dev.bagu.knowledge.Entry;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that remembers what it is about. Every turn is answered from evidence of its own,
 * retrieved for the question made whole.
 *
 * <p>Example: "LoRA 的思路是什么", then {@code 那它的优点呢?}, which is looked up as {@code LoRA 的优点}; then
 * {@code 那红烧肉怎么做呢}, which is refused, since no entry on LoRA has a word of it; then {@code 和 QLoRA
 * 比呢}, which is about LoRA still: a refused turn leaves nothing behind. For one thread.
 */
public final class Conversation {
  /**
   * A follow-up is refused where the passages have less than this part of the person's own words,
   * weighted by rarity: measured on the follow-ups and the off-topic questions of {@code
   * FollowUpTest}.
   */
  private static final double OWN_WORDS = 0.5;

  /**
   * So is one that names nothing, has its words in the passages only by other names, and is alone
   * less likely than this to have an answer: off topic it was 0.10 at the most, of true follow-ups
   * 0.32 at the least, in the same test. Slang needs it: 减肥 is another name of 剪枝.
   */
  private static final double ALONE = 0.15;

  /** Passages of which one must have the words. */
  private static final int LOOKED_AT = 3;

  private final HybridRetriever retriever;
  private final Answerer answerer;
  private final Completer completer;
  private final @Nullable ModelCompleter model;
  private final int passages;
  private final Set<String> topics;
  private final Memory memory = new Memory(Memory.BUDGET);
  private final List<Turn> turns = new ArrayList<>();
  private Topic topic = Topic.NONE;

  private Conversation(
      HybridRetriever retriever,
      Answerer answerer,
      @Nullable ModelCompleter model,
      int passages,
      Set<String> topics) {
    this.retriever = retriever;
    this.answerer = answerer;
    this.completer = new Completer(retriever);
    this.model = model;
    this.passages = passages;
    this.topics = Set.copyOf(topics);
  }

  /**
   * A conversation without a model.
   *
   * @param passages how many passages each turn retrieves, 1 to 50
   * @param topics ids of the sections to search; empty for all
   */
  public static Conversation offline(
      HybridRetriever retriever, OfflineAnswerer answerer, int passages, Set<String> topics) {
    return new Conversation(retriever, answerer, null, passages, topics);
  }

  /** A conversation in which a model makes questions whole and answers them. */
  public static Conversation withModel(
      HybridRetriever retriever,
      ModelAnswerer answerer,
      ModelCall model,
      PromptLibrary prompts,
      int passages,
      Set<String> topics) {
    ModelCompleter completer = new ModelCompleter(model, prompts);
    return new Conversation(retriever, answerer, completer, passages, topics);
  }

  /** What was typed, made whole from the conversation so far; changes nothing. */
  public Completion complete(String typed) {
    String text = typed.strip();
    Completion completion =
        model == null || completer.isWhole(text, topic)
            ? completer.complete(text, topic)
            : byModel(text, model);
    return completion.added() && !isOfTheDocuments(completion) ? completion.refused() : completion;
  }

  private Completion byModel(String text, ModelCompleter asked) {
    List<String> own = completer.own(text);
    return asked
        .complete(text, memory.messages(), own)
        .map(
            whole ->
                whole.equals(text)
                    ? Completion.whole(text)
                    : new Completion(text, whole, Completion.By.MODEL, own))
        .orElseGet(() -> completer.complete(text, topic));
  }

  /**
   * Answers a question that was made whole, and remembers the turn; one that the person stopped
   * leaves nothing behind.
   *
   * @param onPartial hears the text of a model as it comes, already checked
   * @param stopped whether the person has stopped it by now
   */
  public Turn answer(Completion completion, Consumer<String> onPartial, BooleanSupplier stopped) {
    AskRequest request =
        new AskRequest(completion.question(), passages, topics, memory.with(completion.typed()));
    Outcome outcome =
        completion.by() == Completion.By.REFUSED
            ? Refusal.of(
                Outcome.OFFLINE,
                retriever.retrieve(completion.question(), passages, topics),
                List.of())
            : answerer.answer(request, onPartial);
    Turn turn = new Turn(completion, outcome);
    if (!stopped.getAsBoolean()) {
      remember(turn);
    }
    return turn;
  }

  /** Answers a question from beginning to end, without showing it on the way. */
  public Turn ask(String typed) {
    return answer(complete(typed), any -> {}, () -> false);
  }

  /** The turns so far, in order. */
  public List<Turn> turns() {
    return List.copyOf(turns);
  }

  /** Forgets everything. */
  public void clear() {
    turns.clear();
    memory.clear();
    topic = Topic.NONE;
  }

  private void remember(Turn turn) {
    turns.add(turn);
    if (turn.outcome() instanceof Answer answer) {
      topic = Topic.of(turn.completion(), answer, retriever);
      memory.add(turn.completion().question(), answer.text());
    }
  }

  /**
   * Whether the documents have what the person's own words say, beside the topic: a topic makes
   * everything look answerable.
   */
  private boolean isOfTheDocuments(Completion completion) {
    if (completion.own().isEmpty()) {
      return true;
    }
    boolean named = !retriever.mentions(completion.typed()).stream().allMatch(Topic::general);
    boolean carried = !named && completion.question().contains(topic.subject());
    List<Entry> entries =
        retriever.retrieve(completion.question(), passages, topics).passages().stream()
            .limit(LOOKED_AT)
            .map(Passage::entry)
            .filter(entry -> !carried || covers(entry, List.of(topic.subject())))
            .filter(entry -> covers(entry, completion.own()))
            .toList();
    boolean literal =
        entries.stream()
            .anyMatch(entry -> retriever.literalCoverage(completion.own(), entry) >= OWN_WORDS);
    return !entries.isEmpty()
        && (named
            || literal
            || retriever.retrieve(completion.typed(), 1, topics).confidence() >= ALONE);
  }

  private boolean covers(Entry entry, List<String> words) {
    return retriever.coverage(words, entry) >= OWN_WORDS;
  }
}
