package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.DocumentReader;
import dev.bagu.knowledge.KnowledgeBase;
import dev.bagu.knowledge.SkippedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bagu add}: a person's own files and folders, read from now on. */
@Command(
    name = "add",
    description =
        "Add your own files or folders (md, txt, html, pdf, docx); they are read from now on.")
final class AddCommand extends BaguCommand {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "A file or a folder.")
  private List<Path> paths = List.of();

  AddCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    // All or none: a mistake in the second path must not leave the first one added.
    paths.forEach(this::check);
    SourceList sources = new SourceList(context.folders().data());
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath().normalize();
      boolean fresh = sources.add(absolute);
      String done = context.text(fresh ? "add.done" : "add.known", absolute);
      context.out().println(Sanitizer.line(done));
    }
    try (OpenKnowledge open = OpenKnowledge.of(context, new KnowledgeOptions())) {
      report(open.index());
    }
    return ExitCode.OK;
  }

  private void check(Path path) {
    if (path.toAbsolutePath().toString().matches("(?s).*[\\n\\r].*")) {
      throw new BadInput(context.text("add.linebreak", path));
    }
    if (!Files.exists(path)) {
      throw new BadInput(context.text("add.missing", path));
    }
    if (!Files.isReadable(path)) {
      throw new BadInput(context.text("add.unreadable", path));
    }
    if (Files.isRegularFile(path) && !DocumentReader.reads(path.toString())) {
      throw new BadInput(context.text("add.kind", path));
    }
    if (KnowledgeBase.list(List.of(path)).isEmpty()) {
      throw new BadInput(context.text("add.nothing", path));
    }
  }

  private void report(KnowledgeIndex index) {
    for (SkippedFile file : index.skipped()) {
      context.note(context.text("add.skipped", file.file(), file.reason()));
    }
    context
        .out()
        .println(
            context.text(
                "sources.total",
                index.files().size(),
                index.entryCount(),
                index.chunkCount(),
                index.skipped().size()));
  }
}
