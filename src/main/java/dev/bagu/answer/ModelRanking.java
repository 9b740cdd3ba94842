package dev.bagu.answer;

import dev.bagu.llm.Fence;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.ModelFailure;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import dev.bagu.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Retrieves with a model's help: it puts the question into the documents' words, and orders what
 * both wordings find (list-wise, as Sun et al., 2023, RankGPT). Off unless a person asks for it: it
 * costs two more calls.
 *
 * <p>The model only reorders. What it names that is not there is passed over, what it leaves out
 * stays behind the rest, and where it fails the plain retrieval stands.
 */
public final class ModelRanking {
  /** Passages that the model orders. */
  private static final int CANDIDATES = 20;

  /** Characters of a passage that it sees. */
  private static final int SHOWN = 400;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  private final HybridRetriever retriever;
  private final ModelCall model;
  private final PromptLibrary prompts;

  /** A ranking over what a retriever finds. */
  public ModelRanking(HybridRetriever retriever, ModelCall model, PromptLibrary prompts) {
    this.retriever = retriever;
    this.model = model;
    this.prompts = prompts;
  }

  /** The retrieval of a question, in the model's order. */
  public Retrieval retrieve(AskRequest request) {
    Retrieval plain = retriever.retrieve(request.question(), CANDIDATES, request.topics());
    if (plain.storedQuestion().isPresent()) {
      return cut(plain, plain.passages(), request.passages());
    }
    try {
      String reworded = reworded(request.question());
      Retrieval other =
          reworded.isEmpty() ? plain : retriever.retrieve(reworded, CANDIDATES, request.topics());
      Retrieval surer = other.confidence() > plain.confidence() ? other : plain;
      if (surer.refused()) {
        return cut(surer, surer.passages(), request.passages());
      }
      List<Passage> both = merged(plain.passages(), other.passages());
      return cut(surer, ordered(request.question(), both), request.passages());
    } catch (ModelFailure failure) {
      return cut(plain, plain.passages(), request.passages());
    }
  }

  private String reworded(String question) {
    String text =
        model
            .complete(
                prompts
                    .prompt("rewrite")
                    .fill(Map.of("question", Fence.around("question", question))))
            .text()
            .strip();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end).strip();
  }

  /** Passages of both wordings, turn by turn, each entry once. */
  private static List<Passage> merged(List<Passage> first, List<Passage> second) {
    Map<String, Passage> merged = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
      if (i < first.size()) {
        merged.putIfAbsent(first.get(i).entry().id(), first.get(i));
      }
      if (i < second.size()) {
        merged.putIfAbsent(second.get(i).entry().id(), second.get(i));
      }
    }
    return merged.values().stream().limit(CANDIDATES).toList();
  }

  private List<Passage> ordered(String question, List<Passage> passages) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < passages.size(); i++) {
      String text = passages.get(i).chunk().text();
      shown
          .append(i + 1)
          .append(". ")
          .append(passages.get(i).entry().question())
          .append('\n')
          .append(text, 0, Math.min(SHOWN, text.length()))
          .append("\n\n");
    }
    Map<String, String> values =
        Map.of(
            "passages", Fence.around("passages", shown.toString()),
            "question", Fence.around("question", question));
    String reply = model.complete(prompts.prompt("rerank").fill(values)).text();
    Map<Integer, Passage> order = new LinkedHashMap<>();
    Matcher numbers = NUMBER.matcher(reply);
    while (numbers.find()) {
      int n = Integer.parseInt(numbers.group());
      if (n >= 1 && n <= passages.size()) {
        order.putIfAbsent(n, passages.get(n - 1));
      }
    }
    for (int n = 1; n <= passages.size(); n++) {
      order.putIfAbsent(n, passages.get(n - 1));
    }
    return List.copyOf(order.values());
  }

  /** The first passages, with their new ranks. */
  private static Retrieval cut(Retrieval of, List<Passage> passages, int most) {
    List<Passage> ranked = new ArrayList<>();
    for (Passage passage : passages.subList(0, Math.min(most, passages.size()))) {
      ranked.add(passage.withRank(ranked.size() + 1));
    }
    boolean stored = of.stored() && !ranked.isEmpty() && same(ranked.get(0), of);
    return new Retrieval(of.analysis(), ranked, of.confidence(), of.refused(), stored);
  }

  private static boolean same(Passage first, Retrieval of) {
    return first.entry().id().equals(of.passages().get(0).entry().id());
  }
}
