package dev.bagu.answer;

import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.Chunk;
import dev.bagu.retrieval.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses what an answer may use: of each passage the chunk that matched and its neighbours, best
 * passage first, as long as the budget lasts.
 *
 * <p>An entry that fits is taken whole. A passage that would not fit is left out rather than cut in
 * the middle of a chunk; the first one is always there. Deterministic.
 */
public final class EvidenceSelector {
  /**
   * Most of the budget that one passage may take, so that the first does not crowd out the others.
   */
  private static final double SHARE = 0.5;

  private final KnowledgeIndex index;
  private final int budget;

  /**
   * A selector over an index.
   *
   * @param budget tokens of evidence, at least 1; see {@link #tokens}
   */
  public EvidenceSelector(KnowledgeIndex index, int budget) {
    this.index = index;
    this.budget = budget;
  }

  /** The evidence, numbered from 1 in the order of the passages. */
  public List<Evidence> select(List<Passage> passages) {
    List<Evidence> evidence = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int left = budget;
    for (Passage passage : passages) {
      List<Chunk> chunks = around(passage, Math.min(left, (int) (budget * SHARE)));
      int cost = chunks.stream().mapToInt(chunk -> tokens(chunk.text())).sum();
      boolean first = evidence.isEmpty();
      Evidence next = new Evidence(evidence.size() + 1, passage.entry().question(), chunks);
      // The same text in two files is one piece of evidence, from the better passage.
      boolean alike = seen.contains(key(next));
      if ((cost <= left || first) && !alike && seen.add(passage.entry().id())) {
        seen.add(key(next));
        evidence.add(next);
        left -= cost;
      }
    }
    return evidence;
  }

  /**
   * Tokens of a text, estimated for any model: one a Chinese character, one for four other
   * characters. Real tokenizers need fewer for Chinese (about 0.7) and about as many for English,
   * so a budget is kept.
   */
  static int tokens(String text) {
    int han = 0;
    int other = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x2E80) {
        han++;
      } else {
        other++;
      }
    }
    return han + (other + 3) / 4;
  }

  /** The chunk that matched, grown to both sides while it fits. */
  private List<Chunk> around(Passage passage, int most) {
    List<Chunk> chunks = chunksOf(passage);
    int from = 0;
    for (int i = 0; i < chunks.size(); i++) {
      if (chunks.get(i).id().equals(passage.chunk().id())) {
        from = i;
      }
    }
    int to = from + 1;
    int left = most - tokens(chunks.get(from).text());
    boolean grew = true;
    while (grew) {
      grew = false;
      if (to < chunks.size() && tokens(chunks.get(to).text()) <= left) {
        left -= tokens(chunks.get(to++).text());
        grew = true;
      }
      if (from > 0 && tokens(chunks.get(from - 1).text()) <= left) {
        left -= tokens(chunks.get(--from).text());
        grew = true;
      }
    }
    return chunks.subList(from, to);
  }

  private List<Chunk> chunksOf(Passage passage) {
    List<Chunk> chunks = new ArrayList<>();
    for (int i = index.firstChunk(passage.ordinal()); i < index.endChunk(passage.ordinal()); i++) {
      chunks.add(index.chunk(i));
    }
    return chunks;
  }

  private static String key(Evidence evidence) {
    return evidence.text().replaceAll("\\s+", "");
  }
}
