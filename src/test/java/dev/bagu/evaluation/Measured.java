package dev.bagu.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.GlossaryRow;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Documents under measurement, with the product's own weights; prints what it measures. */
final class Measured implements AutoCloseable {
  private final IndexStore store;
  private final KnowledgeIndex index;
  private final RetrievalEvaluation evaluation;

  /**
   * Opens the documents, from {@code -Dbagu.test.cache} where it holds them already; a first time
   * takes minutes.
   */
  Measured(Path knowledge, List<GlossaryRow> names) {
    Path cache = Path.of(System.getProperty("bagu.test.cache", "target/test-cache"));
    store = new IndexStore(cache, IndexListener.SILENT);
    index = store.open(List.of(knowledge));
    evaluation =
        new RetrievalEvaluation(
            new HybridRetriever(index, store.encoders(), names, Weights.bundled()));
  }

  KnowledgeIndex index() {
    return index;
  }

  /** Runs the questions and prints their figures. */
  List<Run> run(String title, List<Question> questions, int grade) {
    List<Run> runs = evaluation.run(questions);
    Report.ranking(title, runs, grade).forEach(System.out::println);
    Report.refusal(runs).forEach(System.out::println);
    System.out.println(Report.latency(runs));
    return runs;
  }

  /** A file or folder; skips the test visibly where it is absent. */
  static Path present(Path path) {
    assumeTrue(Files.exists(path), () -> "skipped: " + path + " is not here");
    return path;
  }

  @Override
  public void close() {
    index.close();
    store.close();
  }
}
