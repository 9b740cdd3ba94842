package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.TextModel;
import dev.bagu.llm.ChatModels;
import dev.bagu.llm.ModelSettings;
import dev.bagu.llm.PromptFile;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.llm.Setting;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The checks of {@code bagu doctor}; a failure of one is an exception with its advice. */
final class Checkup {
  private static final long MIB = 1024 * 1024;

  private final Context context;
  private final KnowledgeOptions options;
  private final ModelOptions modelOptions;

  Checkup(Context context, KnowledgeOptions options, ModelOptions modelOptions) {
    this.context = context;
    this.options = options;
    this.modelOptions = modelOptions;
  }

  /** The virtual machine. */
  List<Finding> java() {
    String version =
        Runtime.version() + ", " + context.surroundings().system().getProperty("os.name");
    long heap = Runtime.getRuntime().maxMemory() / MIB;
    return List.of(Finding.good(context.text("doctor.java.good", version, heap)));
  }

  /** The cache folder. */
  List<Finding> cache() {
    return List.of(Finding.good(writable(context.folders().cache(), "BAGU_CACHE")));
  }

  /** The person's folder, and what was added. */
  List<Finding> data() {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.good(writable(context.folders().data(), "BAGU_HOME")));
    for (Path path : new SourceList(context.folders().data()).paths()) {
      findings.add(
          Files.exists(path)
              ? Finding.good(path.toString())
              : Finding.bad(context.text("source.gone", path)));
    }
    return findings;
  }

  /** The embedding models: opened, and a word embedded. */
  List<Finding> embedding() {
    List<Finding> findings = new ArrayList<>();
    try (IndexStore store = new IndexStore(context.folders().cache(), IndexListener.SILENT)) {
      for (TextModel model : TextModel.values()) {
        long start = System.nanoTime();
        store.encoders().get(model).encodeQuery("LoRA");
        long millis = (System.nanoTime() - start) / 1_000_000;
        findings.add(
            Finding.good(context.text("doctor.embedding.good", model.displayName(), millis)));
      }
    }
    return findings;
  }

  /** The documents and their index. */
  List<Finding> knowledge() {
    try (OpenKnowledge open = OpenKnowledge.of(context, options)) {
      KnowledgeIndex index = open.index();
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.good(
              context.text(
                  "sources.total",
                  index.files().size(),
                  index.entryCount(),
                  index.chunkCount(),
                  index.skipped().size())));
      index.skipped().forEach(s -> findings.add(Finding.neither(s.file() + " " + s.reason())));
      return findings;
    }
  }

  /** The prompt files. */
  List<Finding> prompts() {
    PromptLibrary library = PromptLibrary.locate(context.surroundings().system());
    PromptFile answer = library.prompt("answer");
    return List.of(
        Finding.good(context.text("doctor.prompts.good", library.folder(), answer.version())));
  }

  /** The model: settings, and one tiny question. */
  List<Finding> model() {
    ModelSettings settings = modelOptions.settings(context);
    List<Finding> findings = new ArrayList<>();
    settings.warnings().forEach(warning -> findings.add(Finding.bad(warning)));
    if (!settings.isConfigured()) {
      findings.add(Finding.neither(context.text("doctor.model.none")));
      return findings;
    }
    String key = settings.key().isPresent() ? "***" : context.text("doctor.model.keyless");
    String where =
        context.text(
            "doctor.model.settings",
            settings.model(),
            settings.origin(Setting.MODEL),
            settings.baseUrl(),
            settings.origin(Setting.BASE_URL),
            key);
    if (modelOptions.offline) {
      findings.add(Finding.neither(where));
      return findings;
    }
    try (ChatModels models = ChatModels.open(settings)) {
      long start = System.nanoTime();
      models.call().complete(List.of(UserMessage.from("Reply with the word OK.")));
      long millis = (System.nanoTime() - start) / 1_000_000;
      findings.add(Finding.good(context.text("doctor.model.good", where, millis)));
    }
    return findings;
  }

  private String writable(Path folder, String variable) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
      return folder.toString();
    } catch (IOException e) {
      throw new BadInput(context.text("doctor.unwritable", folder, variable), e);
    }
  }
}
