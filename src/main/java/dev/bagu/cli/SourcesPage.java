package dev.bagu.cli;

import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.cli.terminal.Style;
import dev.bagu.cli.terminal.TerminalMode;
import dev.bagu.knowledge.Section;
import dev.bagu.knowledge.SkippedFile;

/** What is loaded, for a person to read. */
final class SourcesPage {
  private final Context context;
  private final TerminalMode mode;

  SourcesPage(Context context) {
    this.context = context;
    this.mode = context.surroundings().mode().get();
  }

  void print(Inventory inventory) {
    inventory
        .roots()
        .forEach(
            (root, files) -> {
              line(mode.paint(Style.BOLD, Sanitizer.line(root.toString())));
              files.forEach(
                  file ->
                      row(
                          file.file(),
                          context.text("sources.file", file.entries(), file.chunks())));
            });
    line(mode.paint(Style.BOLD, context.text("sources.sections")));
    inventory.sections().forEach((section, entries) -> row(section.id(), title(section, entries)));
    if (!inventory.skipped().isEmpty()) {
      line(mode.paint(Style.BOLD, context.text("sources.skipped")));
      inventory.skipped().forEach(this::skipped);
    }
    line(
        context.text(
            "sources.total",
            inventory.files(),
            inventory.entries(),
            inventory.chunks(),
            inventory.skipped().size()));
  }

  private String title(Section section, int entries) {
    String title = context.chinese() ? section.title() : section.titleEn();
    return Sanitizer.line(title) + " (" + entries + ")";
  }

  private void skipped(SkippedFile file) {
    line("  " + Sanitizer.line(file.file() + " " + file.reason()));
  }

  private void row(String name, String rest) {
    line("  " + DisplayWidth.pad(Sanitizer.line(name), 24) + " " + rest);
  }

  private void line(String text) {
    context.out().println(text);
  }
}
