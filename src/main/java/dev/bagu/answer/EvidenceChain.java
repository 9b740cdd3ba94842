package dev.bagu.answer;

import dev.bagu.retrieval.Retrieval;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Metadata;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's retrieval chain with our parts: the hybrid retriever, the evidence selector as
 * aggregator, and a prompt file as injector.
 *
 * <p>The chain passes contents only, so the retrieval and the numbered evidence are kept beside it
 * for the checks that come after.
 */
final class EvidenceChain {
  private final Function<AskRequest, Retrieval> finder;
  private final EvidenceSelector selector;

  EvidenceChain(Function<AskRequest, Retrieval> finder, EvidenceSelector selector) {
    this.finder = finder;
    this.selector = selector;
  }

  /**
   * What a model is to be asked.
   *
   * @param retrieval what was found
   * @param evidence numbered from 1; empty for a refused retrieval
   * @param messages system and user message
   */
  record Prepared(Retrieval retrieval, List<Evidence> evidence, List<ChatMessage> messages) {}

  /**
   * Runs the chain for one question.
   *
   * @param prompt fills the prompt file with the evidence: a system and a user message
   */
  Prepared prepare(AskRequest request, Function<List<Evidence>, List<ChatMessage>> prompt) {
    Trace trace = new Trace();
    DefaultRetrievalAugmentor chain =
        DefaultRetrievalAugmentor.builder()
            .contentRetriever(query -> trace.retrieve(request))
            .contentInjector((contents, question) -> trace.inject(prompt))
            .build();
    UserMessage question = UserMessage.from(request.question());
    Metadata metadata = Metadata.from(question, null, List.of());
    AugmentationResult result = chain.augment(new AugmentationRequest(question, metadata));
    return new Prepared(
        trace.retrieval(), trace.evidence, List.of(trace.system, result.chatMessage()));
  }

  /** What one run of the chain leaves behind. */
  private final class Trace {
    private @Nullable Retrieval retrieval;
    private List<Evidence> evidence = List.of();
    private ChatMessage system = SystemMessage.from("-");

    List<Content> retrieve(AskRequest request) {
      Retrieval found = finder.apply(request);
      retrieval = found;
      evidence = found.refused() ? List.of() : selector.select(found.passages());
      return evidence.stream().map(each -> Content.from(TextSegment.from(each.text()))).toList();
    }

    ChatMessage inject(Function<List<Evidence>, List<ChatMessage>> prompt) {
      List<ChatMessage> messages = prompt.apply(evidence);
      system = messages.get(0);
      return messages.get(1);
    }

    Retrieval retrieval() {
      return Objects.requireNonNull(retrieval, "the chain retrieves before it ends");
    }
  }
}
