package dev.bagu.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bagu sources}: what is loaded, and what is not and why. */
@Command(
    name = "sources",
    description = "Show what is loaded: files, entries, sections, and what was skipped and why.")
final class SourcesCommand extends BaguCommand {
  @Option(names = "--json", order = 20, description = "Print one JSON object.")
  private boolean json;

  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  SourcesCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge)) {
      Inventory inventory = Inventory.of(open.roots(), open.index());
      if (json) {
        context.out().println(inventory.json());
      } else {
        new SourcesPage(context).print(inventory);
      }
    }
    return ExitCode.OK;
  }
}
