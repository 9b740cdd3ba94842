package dev.bagu.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.RelevanceScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory embedding store: unit vectors side by side in one array, searched exactly.
 *
 * <p>LangChain4j's {@code InMemoryEmbeddingStore} keeps an object a vector, divides by both norms
 * at every comparison and is saved as JSON; this one is read back from a file in one go and only
 * multiplies. Reading is safe for many threads as long as nobody adds.
 */
public final class PackedEmbeddingStore implements EmbeddingStore<TextSegment> {
  /** Rows that one thread looks at: 8 MiB of the Chinese model's, some tenths of a millisecond. */
  private static final int PART = 4096;

  private final int dimension;
  private final List<@Nullable String> ids = new ArrayList<>();
  private final List<@Nullable TextSegment> segments = new ArrayList<>();
  private final IntFunction<@Nullable TextSegment> stored;
  private float[] rows;
  private int size;

  /** An empty store for vectors of one length. */
  public PackedEmbeddingStore(int dimension) {
    this(dimension, new float[0], row -> null);
  }

  /**
   * A store over vectors that are there already.
   *
   * @param rows {@code float[n * dimension]}, each row of unit length
   * @param stored the segment of a row
   */
  PackedEmbeddingStore(int dimension, float[] rows, IntFunction<@Nullable TextSegment> stored) {
    this.dimension = dimension;
    this.rows = rows;
    this.size = rows.length / dimension;
    this.stored = stored;
    for (int row = 0; row < size; row++) {
      ids.add(null);
      segments.add(null);
    }
  }

  /** How many vectors it holds. */
  public int size() {
    return size;
  }

  /**
   * Cosine of a row and a query, [-1, 1].
   *
   * @param query unit length, {@code float[dimension]}
   */
  public float cosine(int row, float[] query) {
    // Four sums side by side: the additions of one sum would wait for each other.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int at = row * dimension;
    for (int i = 0; i < dimension; i += 4) {
      a += rows[at + i] * query[i];
      b += rows[at + i + 1] * query[i + 1];
      c += rows[at + i + 2] * query[i + 2];
      d += rows[at + i + 3] * query[i + 3];
    }
    return a + b + c + d;
  }

  /**
   * The nearest rows by cosine, best first, ties by row.
   *
   * @param query unit length, {@code float[dimension]}
   * @param most how many at the most
   */
  public Hits nearest(float[] query, int most) {
    int k = Math.min(most, size);
    int parts = (size + PART - 1) / PART;
    long[] best =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> best(query, part * PART, Math.min(size, (part + 1) * PART), k))
            .flatMapToLong(Arrays::stream)
            .sorted()
            .toArray();
    int[] found = new int[k];
    float[] scores = new float[k];
    for (int i = 0; i < k; i++) {
      found[i] = Integer.MAX_VALUE - (int) best[best.length - 1 - i];
      scores[i] = cosine(found[i], query);
    }
    return new Hits(found, scores);
  }

  /** The best of some rows, (score, row) packed in one long each, in any order. */
  private long[] best(float[] query, int from, int to, int most) {
    int k = Math.min(most, to - from);
    // A heap with the worst on top: order by score, then by lower row.
    long[] heap = new long[k];
    int filled = 0;
    for (int row = from; row < to; row++) {
      long packed = pack(cosine(row, query), row);
      if (filled < k) {
        heap[filled++] = packed;
        if (filled == k) {
          Arrays.sort(heap);
        }
      } else if (k > 0 && packed > heap[0]) {
        sink(heap, packed);
      }
    }
    return heap;
  }

  @Override
  public String add(Embedding embedding) {
    return addRow(UUID.randomUUID().toString(), embedding, null);
  }

  @Override
  public void add(String id, Embedding embedding) {
    addRow(id, embedding, null);
  }

  @Override
  public String add(Embedding embedding, TextSegment segment) {
    return addRow(UUID.randomUUID().toString(), embedding, segment);
  }

  @Override
  public List<String> addAll(List<Embedding> embeddings) {
    return embeddings.stream().map(this::add).toList();
  }

  @Override
  public void addAll(List<String> ids, List<Embedding> embeddings, List<TextSegment> embedded) {
    for (int i = 0; i < ids.size(); i++) {
      addRow(ids.get(i), embeddings.get(i), embedded.get(i));
    }
  }

  @Override
  public EmbeddingSearchResult<TextSegment> search(EmbeddingSearchRequest request) {
    float[] query =
        request.queryEmbedding().vectorAsList().isEmpty()
            ? new float[dimension]
            : unit(request.queryEmbedding());
    boolean filtered = request.filter() != null;
    Hits hits = nearest(query, filtered ? size : request.maxResults());
    List<EmbeddingMatch<TextSegment>> matches = new ArrayList<>();
    for (int i = 0; i < hits.ordinals().length && matches.size() < request.maxResults(); i++) {
      double score = RelevanceScore.fromCosineSimilarity(hits.scores()[i]);
      if (score < request.minScore()) {
        break;
      }
      int row = hits.ordinals()[i];
      TextSegment segment = segment(row);
      if (filtered && (segment == null || !request.filter().test(segment.metadata()))) {
        continue;
      }
      Embedding vector =
          Embedding.from(Arrays.copyOfRange(rows, row * dimension, (row + 1) * dimension));
      matches.add(new EmbeddingMatch<>(score, id(row), vector, segment));
    }
    return new EmbeddingSearchResult<>(matches);
  }

  private @Nullable TextSegment segment(int row) {
    TextSegment own = segments.get(row);
    return own != null ? own : stored.apply(row);
  }

  private String id(int row) {
    String own = ids.get(row);
    return own != null ? own : String.valueOf(row);
  }

  private String addRow(String id, Embedding embedding, @Nullable TextSegment segment) {
    if (embedding.dimension() != dimension) {
      throw new IllegalArgumentException(
          "illegal dimension: " + embedding.dimension() + ", must be " + dimension);
    }
    if ((size + 1) * dimension > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(64, size * 2) * dimension);
    }
    System.arraycopy(unit(embedding), 0, rows, size * dimension, dimension);
    size++;
    ids.add(id);
    segments.add(segment);
    return id;
  }

  private static float[] unit(Embedding embedding) {
    Embedding copy = Embedding.from(embedding.vector().clone());
    copy.normalize();
    return copy.vector();
  }

  private static long pack(float score, int row) {
    // Floats keep their order as integers once the negative ones are turned round.
    int bits = Float.floatToIntBits(score);
    long ordered = bits >= 0 ? bits : bits ^ 0x7FFFFFFF;
    return (ordered << 32) | ((Integer.MAX_VALUE - row) & 0xFFFFFFFFL);
  }

  private static void sink(long[] heap, long value) {
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= value) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
  }
}
