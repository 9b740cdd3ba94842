package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.check.CheckReport;
import dev.bagu.check.CheckRequest;
import dev.bagu.check.DraftChecker;
import dev.bagu.index.EncoderPool;
import dev.bagu.llm.ChatModels;
import dev.bagu.llm.ModelSettings;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.HybridRetriever;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bagu check}: a draft, marked up against the source, with a score. */
@Command(
    name = "check",
    description = "Check a drafted answer against the documents: claim by claim, with a score.",
    footer = {
      "",
      "Examples:",
      "  bagu check --question \"LoRA 为什么能省显存?\" draft.md",
      "  bagu check --entry peft-01 --html report.html draft.md",
      "  pbpaste | bagu check           the question is found from the draft",
      "",
      "Exit codes: 0 done, 1 failure or under --min-score, 2 wrong usage, 3 the documents hold no such question."
    })
final class CheckCommand extends BaguCommand {
  @Parameters(
      paramLabel = "FILE",
      index = "0",
      arity = "0..1",
      description =
          "The draft, Markdown or plain text; - or nothing: standard input, on a terminal your editor.")
  @Nullable String file;

  @Option(
      names = {"-q", "--question"},
      paramLabel = "Q",
      order = 10,
      description = "The question that the draft answers (default: found from the draft).")
  String question = "";

  @Option(
      names = "--entry",
      paramLabel = "ID",
      order = 11,
      description = "The entry to hold it against, by the id that search --json shows.")
  String entry = "";

  @Option(
      names = "--min-score",
      paramLabel = "N",
      order = 12,
      description = "Exit with 1 where the score is under this, 0 to 100; all is printed the same.")
  int minScore;

  @Mixin CheckOutputs outputs = new CheckOutputs();
  @Mixin ModelOptions model = new ModelOptions();
  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();

  CheckCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (minScore < 0 || minScore > 100) {
      throw new BadInput(context.text("check.min_score", minScore));
    }
    CheckOutputs.Prepared prepared = outputs.prepare(context);
    Optional<String> given = DraftInput.read(file, context);
    String asked = question.strip();
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge, asked + given.orElse(""))) {
      CheckRequest request = request(asked, given, open.retriever());
      CheckReport report = check(request, open);
      prepared.show(report);
      int points = report.score().points();
      if (points < minScore) {
        context.note(context.text("check.below", points, minScore));
        return ExitCode.FAILURE;
      }
      return ExitCode.OK;
    }
  }

  /** The question comes before the draft where it is given: a refused one costs no writing. */
  private CheckRequest request(String asked, Optional<String> given, HybridRetriever retriever) {
    CheckSubject subject;
    String draft;
    if (entry.isBlank() && asked.isEmpty()) {
      draft = given.orElseGet(() -> new DraftEditor(context).write(""));
      subject = CheckSubject.byDraft(draft, retriever, context);
    } else {
      subject =
          entry.isBlank()
              ? CheckSubject.byQuestion(asked, retriever, context)
              : CheckSubject.byId(entry.strip(), asked, retriever, context);
      draft = given.orElseGet(() -> new DraftEditor(context).write(subject.question()));
    }
    return new CheckRequest(subject.question(), subject.entry(), draft);
  }

  private CheckReport check(CheckRequest request, OpenKnowledge open) {
    HybridRetriever retriever = open.retriever();
    EncoderPool encoders = open.store().encoders();
    // Without a model the classes that speak to one are never loaded: a tenth of a cold start.
    Optional<ModelSettings> settings = model.configured(context);
    if (settings.isEmpty()) {
      return new DraftChecker(retriever, encoders).check(request);
    }
    PromptLibrary prompts = PromptLibrary.locate(context.surroundings().system());
    try (ChatModels models = ChatModels.open(settings.get())) {
      return new DraftChecker(retriever, encoders, models.call(), prompts).check(request);
    }
  }
}
