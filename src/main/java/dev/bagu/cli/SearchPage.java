package dev.bagu.cli;

import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.cli.terminal.Style;
import dev.bagu.cli.terminal.TerminalMode;
import dev.bagu.knowledge.SourceSpan;
import dev.bagu.retrieval.Passage;
import dev.bagu.retrieval.QueryAnalysis;
import dev.bagu.retrieval.Retrieval;
import java.util.List;
import java.util.Locale;

/** Ranked passages for a person to read, also with the reasons for their places. */
final class SearchPage {
  /** Lines of each passage that are shown. */
  private static final int EXCERPT = 2;

  private static final String INDENT = "   ";

  private final Context context;
  private final TerminalMode mode;

  SearchPage(Context context) {
    this.context = context;
    this.mode = context.surroundings().mode().get();
  }

  /** Prints the passages, best first. */
  void print(Retrieval retrieval, boolean explain) {
    if (explain) {
      analysis(retrieval);
    }
    for (Passage passage : retrieval.passages()) {
      passage(passage);
      if (explain) {
        reasons(passage);
      }
    }
    if (retrieval.passages().isEmpty()) {
      context.note(context.text("search.nothing"));
    } else if (retrieval.refused()) {
      context.note(context.text("search.refused", number(retrieval.confidence())));
    }
  }

  /** How the query was understood. */
  void analysis(Retrieval retrieval) {
    QueryAnalysis analysis = retrieval.analysis();
    line(context.text("explain.language", analysis.language().name().toLowerCase(Locale.ROOT)));
    if (!analysis.chinese().equals(analysis.query())) {
      line(context.text("explain.chinese", analysis.chinese()));
    }
    for (QueryAnalysis.Expansion each : analysis.expansions()) {
      line(
          context.text(
              "explain.expansion", each.term(), String.join(", ", each.names()), each.source()));
    }
    line(context.text("explain.confidence", number(retrieval.confidence())));
    line("");
  }

  /** What decided a passage's place. */
  void reasons(Passage passage) {
    for (Passage.Feature feature : passage.features()) {
      if (feature.value() != 0 || feature.contribution() != 0) {
        String value =
            String.format(Locale.ROOT, "%9.4f %+9.4f", feature.value(), feature.contribution());
        line(INDENT + mode.paint(Style.DIM, DisplayWidth.pad(feature.name(), 24) + value));
      }
    }
  }

  private void passage(Passage passage) {
    SourceSpan span = passage.chunk().span();
    String question = Sanitizer.line(passage.entry().question());
    line(passage.rank() + ". " + mode.paint(Style.BOLD, question) + "  " + number(passage.score()));
    line(INDENT + mode.paint(Style.DIM, place(span)));
    for (String text : excerpt(passage.chunk().text())) {
      line(INDENT + text);
    }
  }

  private String place(SourceSpan span) {
    return Places.of(span, context.messages());
  }

  private List<String> excerpt(String text) {
    String flat = Sanitizer.clean(text).replace("**", "").replaceAll("\\s+", " ").strip();
    int width = mode.width() - INDENT.length();
    return DisplayWidth.wrap(DisplayWidth.cut(flat, width * EXCERPT), width).stream()
        .limit(EXCERPT)
        .toList();
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }

  private void line(String text) {
    context.out().println(text);
  }
}
