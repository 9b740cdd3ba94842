package dev.bagu.benchmark;

import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What is not done again: a folder that stayed the same, a folder with one changed file. */
final class SecondStart {
  private SecondStart() {}

  static void run(Setting setting, Notes notes, Table table) throws Exception {
    Path folder = notes.copy("notes");
    int chunks = open(setting, folder, new AtomicInteger());
    again(setting, folder, chunks, table);
    cacheOpen(setting, folder, table);
    changed(setting, notes.copy("changed"), table);
  }

  private static void again(Setting setting, Path folder, int chunks, Table table)
      throws Exception {
    double[] times =
        Race.run(
            setting.rounds(),
            () -> setting.bagu("search", "--knowledge", folder.toString(), Setting.QUESTION),
            () -> setting.bagu("search", Setting.QUESTION));
    table.row(
        "second start on a folder of " + chunks + " chunks : on the bank",
        Table.time(times[0]),
        Table.time(times[1]),
        String.format(Locale.ROOT, "%+.0f ms", times[0] - times[1]),
        "at most +150 ms",
        Table.met(times[0] - times[1] <= 150));
  }

  /** Opening in a warm process: stamps checked, files mapped, Lucene opened. */
  private static void cacheOpen(Setting setting, Path folder, Table table) throws Exception {
    try (IndexStore store = new IndexStore(setting.cache(), IndexListener.SILENT)) {
      double[] times =
          Race.run(
              setting.rounds(),
              () -> store.open(List.of(folder)).close(),
              () -> store.open(List.of(setting.bank())).close());
      table.row(
          "opening the index, warm: that folder : the bank",
          Table.time(times[0]),
          Table.time(times[1]),
          String.format(Locale.ROOT, "%.2f", times[0] / times[1]),
          "",
          "");
    }
  }

  private static void changed(Setting setting, Path folder, Table table) throws Exception {
    open(setting, folder, new AtomicInteger());
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    String text = "\n\n## 新加的一节 " + System.nanoTime() + "\n\n一句没有出现过的话。\n";
    Files.writeString(files.get(files.size() / 2), text, StandardOpenOption.APPEND);
    AtomicInteger embedded = new AtomicInteger();
    int chunks = open(setting, folder, embedded);
    table.row(
        "texts embedded after one of " + files.size() + " files changed : chunks of the folder",
        String.valueOf(embedded.get()),
        String.valueOf(chunks),
        String.format(Locale.ROOT, "%.4f", (double) embedded.get() / chunks),
        "1 to 4: the new section and its wordings",
        Table.met(embedded.get() >= 1 && embedded.get() <= 4));
  }

  /** Opens or builds the index; gives its chunks, and counts what had to be embedded. */
  private static int open(Setting setting, Path folder, AtomicInteger embedded) {
    IndexListener counter =
        new IndexListener() {
          @Override
          public void embedding(int done, int total) {
            embedded.addAndGet(done == 0 ? total : 0);
          }
        };
    try (IndexStore store = new IndexStore(setting.cache(), counter);
        KnowledgeIndex index = store.open(List.of(folder))) {
      return index.chunkCount();
    }
  }
}
