package dev.bagu.answer;

import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.Language;
import dev.bagu.knowledge.Line;
import dev.bagu.knowledge.SourceSpan;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import dev.bagu.retrieval.Retrieval;
import dev.bagu.retrieval.SentenceRanker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Answers without a model, in the documents' own words: the stored answer where the question is a
 * stored one, else the sentences that bear on it, quoted.
 */
public final class OfflineAnswerer implements Answerer {
  /** Passages whose sentences are considered. */
  private static final int PASSAGES = 4;

  /** Most sentences of an answer. */
  private static final int SENTENCES = 6;

  /** A sentence that scores under this part of the best one is left out. */
  private static final double NEAR_BEST = 0.72;

  private final HybridRetriever retriever;
  private final SentenceRanker sentences;

  /** An answerer over what a retriever finds. */
  public OfflineAnswerer(HybridRetriever retriever, SentenceRanker sentences) {
    this.retriever = retriever;
    this.sentences = sentences;
  }

  @Override
  public Outcome answer(AskRequest request, Consumer<String> onPartial) {
    return answer(
        request, retriever.retrieve(request.question(), request.passages(), request.topics()), 0);
  }

  /**
   * The answer from what was retrieved already.
   *
   * @param before how many numbers are taken: the first mark is the next one
   */
  Outcome answer(AskRequest request, Retrieval retrieval, int before) {
    if (retrieval.refused()) {
      return Refusal.of(Outcome.OFFLINE, retrieval, List.of());
    }
    return retrieval
        .storedQuestion()
        .map(passage -> stored(passage, retrieval, new Draft(before)))
        .orElseGet(() -> quoted(request, retrieval, new Draft(before)));
  }

  /** The whole stored entry, short form first, each part with its own mark. */
  private Answer stored(Passage passage, Retrieval retrieval, Draft draft) {
    Entry entry = passage.entry();
    Language language = retrieval.analysis().language();
    boolean english = language == Language.EN && !entry.shortEn().isEmpty();
    List<Chunk> rest = new ArrayList<>(chunks(passage));
    List<String> shorts = english ? List.of(entry.shortEn()) : List.of(entry.shortZh());
    for (String text : shorts) {
      rest.stream()
          .filter(chunk -> !text.isEmpty() && chunk.text().contains(text))
          .findFirst()
          .ifPresent(chunk -> draft.add(chunk.text().strip(), chunk.span()));
    }
    rest.removeIf(chunk -> isShort(chunk, entry.shortZh()) || isShort(chunk, entry.shortEn()));
    add(rest, draft);
    boolean foreign = language == Language.EN && Language.of(entry.answer()) != Language.EN;
    List<Notice> notices = foreign ? List.of(Notice.of(Notice.Kind.OTHER_LANGUAGE)) : List.of();
    return draft.answer(retrieval, notices);
  }

  /** Adds chunks as they stand; code that was cut into several is one piece again. */
  private static void add(List<Chunk> chunks, Draft draft) {
    for (int i = 0; i < chunks.size(); i++) {
      SourceSpan span = chunks.get(i).span();
      String text = chunks.get(i).text().strip();
      while (i + 1 < chunks.size() && inCode(text)) {
        i++;
        text = text + "\n" + chunks.get(i).text().stripTrailing();
        span = span.lines(span.startLine(), chunks.get(i).span().endLine());
      }
      draft.add(text, span);
    }
  }

  private static boolean inCode(String text) {
    String fence = "";
    for (String line : text.split("\n", -1)) {
      String start = line.strip();
      if (fence.isEmpty() && (start.startsWith("```") || start.startsWith("~~~"))) {
        fence = start.substring(0, 3);
      } else if (!fence.isEmpty() && start.startsWith(fence)) {
        fence = "";
      }
    }
    return !fence.isEmpty();
  }

  private static boolean isShort(Chunk chunk, String shortForm) {
    return !shortForm.isEmpty()
        && chunk.text().contains(shortForm)
        && chunk.text().length() < shortForm.length() + 20;
  }

  /** The short form in the language that was not asked in. */
  private static String otherShort(Entry entry, Retrieval retrieval) {
    boolean english = retrieval.analysis().language() == Language.EN;
    return english ? entry.shortZh() : entry.shortEn();
  }

  private List<Chunk> chunks(Passage passage) {
    KnowledgeIndex index = retriever.index();
    return IntStream.range(index.firstChunk(passage.ordinal()), index.endChunk(passage.ordinal()))
        .mapToObj(index::chunk)
        .toList();
  }

  /** A line that may be quoted, and where it was found. */
  private record Candidate(Passage passage, Line line) {}

  /** The sentences that bear on the question, in the order of the passages and of the file. */
  private Answer quoted(AskRequest request, Retrieval retrieval, Draft draft) {
    List<Candidate> lines = candidates(retrieval);
    double[] scores =
        sentences.score(
            request.question(), lines.stream().map(each -> each.line().text()).toList());
    for (int i = 0; i < scores.length; i++) {
      // Of two sentences alike, the one from the better passage.
      scores[i] *= 1 - 0.05 * (lines.get(i).passage().rank() - 1);
    }
    double best = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).max().orElse(0);
    IntStream.range(0, scores.length)
        .boxed()
        .filter(i -> scores[i] >= NEAR_BEST * best)
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i))
        .limit(SENTENCES)
        .sorted()
        .map(lines::get)
        .forEach(each -> draft.quote(each.passage().entry(), each.line()));
    return draft.answer(retrieval, List.of());
  }

  /**
   * What may be quoted: lines that say something, each text once; where there is no such line, the
   * chunk that matched best.
   */
  private List<Candidate> candidates(Retrieval retrieval) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Passage passage : retrieval.passages().stream().limit(PASSAGES).toList()) {
      for (Chunk chunk : chunks(passage)) {
        if (isShort(chunk, otherShort(passage.entry(), retrieval))) {
          continue; // who asks in one language reads one
        }
        for (Line line : Line.of(chunk)) {
          if (line.says()) {
            candidates.putIfAbsent(line.text(), new Candidate(passage, line));
          }
        }
      }
    }
    if (candidates.isEmpty()) {
      Passage first = retrieval.passages().get(0);
      Line whole = new Line(first.chunk().text().strip(), first.chunk().span());
      candidates.put(whole.text(), new Candidate(first, whole));
    }
    return List.copyOf(candidates.values());
  }
}
