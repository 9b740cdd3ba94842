package dev.bagu.answer;

import dev.bagu.llm.Fence;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.ModelFailure;
import dev.bagu.llm.PromptFile;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.llm.Reply;
import dev.bagu.retrieval.Retrieval;
import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lets a model answer from the evidence, checks what it writes while it writes, and falls back to
 * the offline answer.
 *
 * <p>A question whose retrieval is refused is refused without asking the model: there is nothing it
 * could answer from.
 */
public final class ModelAnswerer implements Answerer {
  private final Function<AskRequest, Retrieval> finder;
  private final EvidenceSelector selector;
  private final ModelCall model;
  private final PromptLibrary prompts;
  private final OfflineAnswerer offline;

  /**
   * An answerer with what it falls back to.
   *
   * @param finder finds passages: a plain retriever, or {@link ModelRanking}
   */
  public ModelAnswerer(
      Function<AskRequest, Retrieval> finder,
      EvidenceSelector selector,
      ModelCall model,
      PromptLibrary prompts,
      OfflineAnswerer offline) {
    this.finder = finder;
    this.selector = selector;
    this.model = model;
    this.prompts = prompts;
    this.offline = offline;
  }

  @Override
  public Outcome answer(AskRequest request, Consumer<String> onPartial) {
    // 1. Retrieve, choose evidence, fill the prompt: LangChain4j's chain with our parts in it
    EvidenceChain.Prepared prepared = prepare(request);
    if (prepared.retrieval().refused()) {
      return Refusal.of(Outcome.OFFLINE, prepared.retrieval(), List.of());
    }

    // 2. Let the model write, and check every mark on its way
    int evidence = prepared.evidence().size();
    CitationFilter filter = new CitationFilter(evidence, onPartial);
    RefusalGate gate = new RefusalGate(PromptLibrary.NOT_COVERED, filter::accept);
    Reply reply;
    try {
      reply = model.stream(prepared.messages(), gate::accept);
    } catch (ModelFailure failure) {
      return failed(request, prepared, failure);
    }
    gate.end(reply.complete());
    filter.end();

    // 3. What came of it
    if (gate.refused()) {
      return Refusal.of(model.modelName(), prepared.retrieval(), List.of());
    }
    if (filter.text().isBlank()) {
      ModelFailure empty =
          new ModelFailure(ModelFailure.Kind.EMPTY, Map.of("model", model.modelName()));
      return failed(request, prepared, reply.fault().orElse(empty));
    }
    return reply
        .fault()
        .map(fault -> brokeOff(request, prepared, filter, fault))
        .orElseGet(() -> written(prepared, filter));
  }

  /** The prompt that {@link #answer} would send, for {@code --explain}. */
  public List<ChatMessage> prompt(AskRequest request) {
    return prepare(request).messages();
  }

  private EvidenceChain.Prepared prepare(AskRequest request) {
    PromptFile prompt = prompts.prompt("answer");
    return new EvidenceChain(finder, selector)
        .prepare(
            request,
            evidence -> {
              Map<String, String> values = new HashMap<>();
              values.put("evidence", Fence.around("evidence", shown(evidence)));
              values.put("conversation", Spoken.before(request.conversation()));
              values.put("question", Fence.around("question", request.question()));
              values.put("not_covered", PromptLibrary.NOT_COVERED);
              return prompt.fill(values);
            });
  }

  private static String shown(List<Evidence> evidence) {
    return String.join("\n\n", evidence.stream().map(Evidence::forPrompt).toList());
  }

  private Answer written(EvidenceChain.Prepared prepared, CitationFilter filter) {
    List<Notice> notices = checked(prepared, filter);
    if (filter.used().isEmpty()) {
      notices.add(Notice.of(Notice.Kind.NO_MARKS));
    }
    return new Answer(
        model.modelName(),
        filter.text().strip(),
        Quotes.cite(filter.text(), prepared.evidence()),
        prepared.retrieval().confidence(),
        "",
        notices,
        prepared.retrieval());
  }

  /** What the checks found in the model's text. */
  private static List<Notice> checked(EvidenceChain.Prepared prepared, CitationFilter filter) {
    List<Notice> notices = new ArrayList<>();
    if (!filter.invented().isEmpty()) {
      String marks = String.join(" ", filter.invented());
      notices.add(new Notice(Notice.Kind.INVENTED_MARKS, Map.of("marks", marks)));
    }
    for (String quote : QuoteCheck.unverified(filter.text(), prepared.evidence())) {
      notices.add(new Notice(Notice.Kind.UNVERIFIED_QUOTE, Map.of("quote", quote)));
    }
    return notices;
  }

  /** The model's words so far keep their numbers; those of the offline answer go on from there. */
  private Outcome brokeOff(
      AskRequest request,
      EvidenceChain.Prepared prepared,
      CitationFilter filter,
      ModelFailure fault) {
    List<Notice> notices = checked(prepared, filter);
    notices.add(0, notice(Notice.Kind.MODEL_BROKE_OFF, fault));
    List<Citation> cited = Quotes.cite(filter.text(), prepared.evidence());
    Outcome outcome = offline.answer(request, prepared.retrieval(), prepared.evidence().size());
    return outcome instanceof Answer answer ? answer.after(filter.text(), cited, notices) : outcome;
  }

  private Outcome failed(
      AskRequest request, EvidenceChain.Prepared prepared, ModelFailure failure) {
    List<Notice> notices = List.of(notice(Notice.Kind.MODEL_FAILED, failure));
    Outcome outcome = offline.answer(request, prepared.retrieval(), 0);
    return outcome instanceof Answer answer ? answer.after("", List.of(), notices) : outcome;
  }

  private static Notice notice(Notice.Kind kind, ModelFailure failure) {
    Map<String, String> arguments = new HashMap<>(failure.arguments());
    arguments.put("kind", failure.kind().name());
    arguments.put("message", String.valueOf(failure.getMessage()));
    return new Notice(kind, arguments);
  }
}
