package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.Glossary;
import dev.bagu.knowledge.GlossaryRow;
import dev.bagu.knowledge.KnowledgeBase;
import dev.bagu.knowledge.Language;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The documents of one command, opened: their index, and what searches it. */
final class OpenKnowledge implements AutoCloseable {
  /** A person's own calibration, in their data folder. */
  static final String CALIBRATION = "calibration.properties";

  private final Context context;
  private final IndexNotes notes;
  private final IndexStore store;
  private final List<Path> roots;
  private final KnowledgeIndex index;

  private OpenKnowledge(
      Context context, IndexNotes notes, IndexStore store, List<Path> roots, KnowledgeIndex index) {
    this.context = context;
    this.notes = notes;
    this.store = store;
    this.roots = roots;
    this.index = index;
  }

  /**
   * Opens the chosen documents, or the bank with all that was added where none are chosen.
   *
   * @throws BadInput if a chosen one does not exist, or nothing is there at all
   */
  static OpenKnowledge of(Context context, KnowledgeOptions options) {
    return of(context, options, "");
  }

  /** As above, for a question that will be asked of it. */
  static OpenKnowledge of(Context context, KnowledgeOptions options, String question) {
    IndexNotes notes = new IndexNotes(context);
    IndexStore store = new IndexStore(context.folders().cache(), notes, context.encoders());
    try {
      if (!question.isEmpty()) {
        // Models open beside everything else: they are what a cold start waits for. A failure
        // comes again from where the model is used.
        store.encoders().prepareFor(Language.of(question));
      }
      List<Path> roots = options.folders.isEmpty() ? usual(context) : options.folders;
      return new OpenKnowledge(context, notes, store, roots, store.open(roots));
    } catch (BaguException e) {
      store.close();
      throw e;
    }
  }

  /** The bank and what was added; an added path that has gone is told and left out. */
  private static List<Path> usual(Context context) {
    List<Path> roots = new ArrayList<>();
    if (Files.isDirectory(context.folders().bundled())) {
      roots.add(context.folders().bundled());
    }
    for (Path path : new SourceList(context.folders().data()).paths()) {
      if (Files.exists(path)) {
        roots.add(path);
      } else {
        context.note(context.text("source.gone", path));
      }
    }
    if (roots.isEmpty()) {
      throw new BadInput(context.text("source.none", context.folders().bundled()));
    }
    return roots;
  }

  /** The files and folders that were read, in order. */
  List<Path> roots() {
    return roots;
  }

  /** Their index. */
  KnowledgeIndex index() {
    return index;
  }

  /** What opens embedding models. */
  IndexStore store() {
    return store;
  }

  /** What searches them, with the person's own calibration where there is one. */
  HybridRetriever retriever() {
    Path calibration = context.folders().data().resolve(CALIBRATION);
    return retriever(
        Files.isRegularFile(calibration) ? Weights.bundledWith(calibration) : Weights.bundled());
  }

  /**
   * The same with given weights; the bank's glossary also serves where only other documents are
   * read.
   */
  HybridRetriever retriever(Weights weights) {
    Path glossary = context.folders().bundled().resolve(Glossary.FILE);
    boolean foreign = roots.stream().noneMatch(context.folders().bundled()::equals);
    List<GlossaryRow> names =
        foreign && Files.isRegularFile(glossary)
            ? KnowledgeBase.load(List.of(glossary)).glossary()
            : List.of();
    return new HybridRetriever(index, store.encoders(), names, weights);
  }

  @Override
  public void close() {
    notes.close();
    index.close();
    store.close();
  }
}
