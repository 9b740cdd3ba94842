package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.index.KnowledgeIndex;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options that narrow a search. */
final class TopicOptions {
  /** Most passages that one question can ask for, as {@code AskRequest} has it. */
  private static final int MOST = 50;

  @Option(
      names = "--topic",
      paramLabel = "ID",
      split = ",",
      order = 10,
      description = "Search only these sections; 'bagu sources' lists them. Repeatable.")
  List<String> topics = List.of();

  @Option(
      names = "-k",
      paramLabel = "N",
      order = 11,
      defaultValue = "5",
      description = "How many passages, 1 to 50 (default: ${DEFAULT-VALUE}).")
  int most;

  /** The number of passages, checked. */
  int most(Context context) {
    if (most < 1 || most > MOST) {
      throw new BadInput(context.text("input.k", most, MOST));
    }
    return most;
  }

  /** The ids of the sections, checked against those that there are; empty for all. */
  Set<String> topics(KnowledgeIndex index, Context context) {
    return Sections.named(topics, index, context);
  }
}
