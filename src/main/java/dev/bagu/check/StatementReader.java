package dev.bagu.check;

import dev.bagu.index.Encoder;
import dev.bagu.index.EncoderPool;
import dev.bagu.index.Encoding;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.TextModel;
import dev.bagu.knowledge.Language;
import dev.bagu.retrieval.HybridRetriever;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Reads what claims are held against: the statements of entries. */
final class StatementReader {
  /** What claims and statements are compared by: every text is put in Chinese for it. */
  static final TextModel MODEL = TextModel.BGE_SMALL_ZH;

  private final HybridRetriever retriever;
  private final KnowledgeIndex index;
  private final Encoder encoder;

  StatementReader(HybridRetriever retriever, EncoderPool encoders) {
    this.retriever = retriever;
    this.index = retriever.index();
    this.encoder = encoders.get(MODEL);
  }

  /** Texts taken apart, in their order, encoded together. */
  List<Reading> read(List<String> texts) {
    List<String> encoded = texts.stream().map(this::inChinese).toList();
    List<Encoding> encodings = texts.isEmpty() ? List.of() : encoder.encode(encoded);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      readings.add(Reading.of(texts.get(i), encoded.get(i), encodings.get(i)));
    }
    return readings;
  }

  private String inChinese(String text) {
    return Language.of(text) == Language.EN ? retriever.analysis(text).chinese() : text;
  }

  /** How much a token counts, by its id: its IDF over the units of the index, at least 0.3. */
  IntToDoubleFunction weights() {
    double units = index.unitCount();
    return id -> Math.max(0.3, Math.log((units + 1) / (index.tokenFrequency(MODEL, id) + 1)));
  }

  /**
   * The statements of an entry: key points, mistakes with their right versions, known statements,
   * then its text; of the last two only those that share most words with some claims.
   *
   * @param claims what will be held against them; empty for all statements
   */
  List<Statement> own(int entry, List<String> claims) {
    StatementCollector found = new StatementCollector(index.entry(entry), this::read);
    found.lists();
    found.pairs(index.claimPairs(entry));
    for (int chunk = index.firstChunk(entry); chunk < index.endChunk(entry); chunk++) {
      found.lines(index.chunk(chunk), Statement.Origin.BODY);
    }
    if (!claims.isEmpty() && !index.entry(entry).keyPoints().isEmpty()) {
      found.keepNear(claims);
    }
    return found.statements();
  }

  /** The text of an entry that also bears on the question: without its lists. */
  List<Statement> beside(int entry) {
    StatementCollector found = new StatementCollector(index.entry(entry), this::read);
    for (int chunk = index.firstChunk(entry); chunk < index.endChunk(entry); chunk++) {
      found.lines(index.chunk(chunk), Statement.Origin.BODY);
    }
    return found.statements();
  }
}
