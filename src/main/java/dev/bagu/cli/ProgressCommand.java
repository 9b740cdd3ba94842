package dev.bagu.cli;

import dev.bagu.BadInput;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bagu progress}: how far a person has come through the questions. */
@Command(
    name = "progress",
    description = "Show how far you have come: per section, as a heat map, as a page with charts.",
    footer = {"", "Examples:", "  bagu progress --entries", "  bagu progress --html progress.html"})
final class ProgressCommand extends BaguCommand {
  @Option(names = "--entries", order = 10, description = "Also list every entry.")
  private boolean entries;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      order = 11,
      description = "Write a page with charts; what stands there is replaced.")
  private @Nullable Path html;

  @Option(names = "--json", order = 12, description = "Print one JSON object.")
  private boolean json;

  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  ProgressCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (json && html != null) {
      throw new BadInput(context.text("progress.json_html"));
    }
    try (OpenInterview open = OpenInterview.of(context, knowledge)) {
      ProgressReport report = ProgressReport.of(open);
      if (html != null) {
        OwnFile.write(html, new ProgressHtml(context, report).page(), context);
        context.out().println(context.text("progress.written", html));
      } else if (json) {
        context.out().println(ProgressJson.of(report));
      } else {
        new ProgressPage(context).print(report, entries);
      }
      return ExitCode.OK;
    }
  }
}
