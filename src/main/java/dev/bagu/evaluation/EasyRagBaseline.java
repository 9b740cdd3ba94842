package dev.bagu.evaluation;

import dev.bagu.BaguException;
import dev.bagu.index.Encoder;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.SourceFile;
import dev.bagu.knowledge.SourceSpan;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The plain LangChain4j chain on the same documents: the recursive splitter at 300 characters with
 * 30 of overlap, all-MiniLM, the in-memory store. What easy-rag does by default, to compare with.
 *
 * <p>A segment is given the entry that holds most of its characters.
 */
public final class EasyRagBaseline {
  private static final int SEGMENT = 300;
  private static final int OVERLAP = 30;
  private static final int BATCH = 64;

  /** Characters by which a segment is found again in its file. */
  private static final int HEAD = 40;

  /** Files that are text as they stand; others need readers that the plain chain does not have. */
  private static final Pattern TEXT =
      Pattern.compile("\\.(md|markdown|txt|html?)$", Pattern.CASE_INSENSITIVE);

  private final Encoder model;
  private final KnowledgeIndex index;
  private final Places places;
  private final InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();

  /** Ingests the text files that an index was made of. */
  public EasyRagBaseline(KnowledgeIndex index, Encoder model) {
    this.model = model;
    this.index = index;
    this.places = Places.of(index);
    List<TextSegment> segments = new ArrayList<>();
    Map<String, List<Integer>> entries = entriesByFile();
    for (SourceFile file : index.files()) {
      segments.addAll(segments(file, entries.getOrDefault(file.file(), List.of())));
    }
    for (int from = 0; from < segments.size(); from += BATCH) {
      List<TextSegment> batch = segments.subList(from, Math.min(from + BATCH, segments.size()));
      store.addAll(model.embedAll(batch).content(), batch);
    }
  }

  /** One run a question, in their order. */
  public List<Run> run(List<Question> questions) {
    return questions.stream().map(this::run).toList();
  }

  private Run run(Question question) {
    long start = System.nanoTime();
    Embedding embedding = model.embed(question.text()).content();
    List<EmbeddingMatch<TextSegment>> matches =
        store
            .search(
                EmbeddingSearchRequest.builder().queryEmbedding(embedding).maxResults(50).build())
            .matches();
    double millis = (System.nanoTime() - start) / 1e6;
    HitList hits = new HitList(question, places);
    for (EmbeddingMatch<TextSegment> match : matches) {
      Integer ordinal = match.embedded().metadata().getInteger("entry");
      if (ordinal != null) {
        hits.add(index.entry(ordinal), match.score());
      }
    }
    double top = matches.isEmpty() ? 0 : matches.get(0).score();
    return new Run(question, top, false, hits.hits(), millis);
  }

  private Map<String, List<Integer>> entriesByFile() {
    return java.util.stream.IntStream.range(0, index.entryCount())
        .boxed()
        .collect(Collectors.groupingBy(i -> index.entry(i).span().file()));
  }

  private List<TextSegment> segments(SourceFile file, List<Integer> entries) {
    if (!TEXT.matcher(file.file()).find()) {
      return List.of();
    }
    String text;
    try {
      text = new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BaguException("cannot read " + file.path() + ": " + e.getMessage(), e);
    }
    if (text.isBlank()) {
      return List.of();
    }
    return split(text, entries);
  }

  private List<TextSegment> split(String text, List<Integer> entries) {
    List<TextSegment> segments = new ArrayList<>();
    int at = 0;
    for (TextSegment segment :
        DocumentSplitters.recursive(SEGMENT, OVERLAP).split(Document.from(text))) {
      String head = segment.text().substring(0, Math.min(HEAD, segment.text().length()));
      int found = text.indexOf(head, Math.max(0, at - OVERLAP * 2));
      at = found < 0 ? at : found;
      int end = Math.min(text.length(), at + segment.text().length());
      Metadata metadata = new Metadata();
      holder(text, at, end, entries).ifPresent(entry -> metadata.put("entry", entry));
      segments.add(TextSegment.from(segment.text(), metadata));
    }
    return segments;
  }

  /** The entry that holds most characters of a piece of its file; of several the first. */
  private Optional<Integer> holder(String text, int from, int to, List<Integer> entries) {
    Map<Integer, Integer> held = new LinkedHashMap<>();
    int line = 1 + (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
    for (String part : text.substring(from, to).split("\n", -1)) {
      for (int entry : entries) {
        SourceSpan span = index.entry(entry).span();
        if (span.startLine() <= line && line <= span.endLine()) {
          held.merge(entry, part.length(), Integer::sum);
        }
      }
      line++;
    }
    int most = held.values().stream().mapToInt(n -> n).max().orElse(0);
    return held.keySet().stream().filter(entry -> held.getOrDefault(entry, 0) == most).findFirst();
  }
}
