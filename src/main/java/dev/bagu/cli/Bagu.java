package dev.bagu.cli;

import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The program. */
public final class Bagu {
  private Bagu() {}

  /** Runs a command line. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path home = Path.of(System.getProperty("bagu.dist", "."));
    String query = String.join(" ", Arrays.asList(args).subList(1, args.length));
    try (IndexStore store =
            new IndexStore(
                Path.of(System.getProperty("java.io.tmpdir"), "bagu"), IndexListener.SILENT);
        KnowledgeIndex index = store.open(List.of(home.resolve("knowledge")))) {
      for (Passage passage :
          new HybridRetriever(index, store.encoders()).retrieve(query, 3, Set.of()).passages()) {
        out.println(passage.rank() + " " + passage.entry().question());
      }
    }
  }
}
