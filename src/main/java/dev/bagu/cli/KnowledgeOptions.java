package dev.bagu.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say which documents are read. */
final class KnowledgeOptions {
  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      order = 50,
      description =
          "Read only this folder or file instead of the bank and what was added; repeatable.")
  List<Path> folders = List.of();
}
