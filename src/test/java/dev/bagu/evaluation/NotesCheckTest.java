package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bagu.check.DraftChecker;
import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.KnowledgeBase;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drafts on other people's notes, where they are beside the repository. */
class NotesCheckTest {
  @Test
  void judges_drafts_on_other_peoples_notes_as_measured() {
    Path shared = Path.of(System.getProperty("bagu.shared", "../shared"));
    Path notes = shared.resolve("corpora").resolve("llm-notes");
    Path drafts = shared.resolve("eval").resolve("check-drafts.dev.jsonl");
    assumeTrue(Files.isDirectory(notes) && Files.exists(drafts), "no notes at " + shared);
    Path glossary = Path.of("knowledge", "glossary.md");
    try (IndexStore store = new IndexStore(Path.of("target", "vectors"), IndexListener.SILENT);
        KnowledgeIndex index = store.open(List.of(notes))) {
      HybridRetriever retriever =
          new HybridRetriever(
              index,
              store.encoders(),
              KnowledgeBase.load(List.of(glossary)).glossary(),
              Weights.bundled());
      DraftChecker checker = new DraftChecker(retriever, store.encoders());
      List<CheckRun> runs = new CheckEvaluation(retriever, checker).run(DraftFile.read(drafts));
      CheckFigures.lines(runs).forEach(System.out::println);

      assertThat(CheckFigures.macroF1(runs).value()).isGreaterThanOrEqualTo(0.68);
    }
  }
}
