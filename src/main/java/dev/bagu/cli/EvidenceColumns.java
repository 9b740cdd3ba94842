package dev.bagu.cli;

import dev.bagu.check.Judgement;
import dev.bagu.check.SourceQuote;
import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Style;
import dev.bagu.cli.terminal.StyledText;
import dev.bagu.cli.terminal.TerminalMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of evidence: number, verdict with its reason, and the source's own words with their
 * place; on a narrow terminal and in a pipe the words stand below instead of beside.
 *
 * <pre>
 * 1  ✓ supported      把增量合并进原权重以后，LoRA 不增加任何推理延迟。
 *      same meaning   01-peft.md › LoRA 会增加推理延迟吗？, lines 11-11
 * </pre>
 */
final class EvidenceColumns {
  /** Columns of a terminal that has room for two columns of text. */
  private static final int ROOMY = 60;

  /** Most columns of verdict and reason. */
  private static final int WIDEST = 24;

  private static final String GAP = "  ";

  private final CheckWords words;
  private final TerminalMode mode;
  private final List<String> lines = new ArrayList<>();

  EvidenceColumns(CheckWords words, TerminalMode mode) {
    this.words = words;
    this.mode = mode;
  }

  /** The lines of the table, one block a claim. */
  List<String> lines(List<Judgement> judgements) {
    int number = String.valueOf(judgements.size()).length();
    boolean beside = mode.kind() != TerminalMode.Kind.RAW && mode.width() >= ROOMY;
    int left = left(judgements);
    for (int i = 0; i < judgements.size(); i++) {
      String label = DisplayWidth.pad(String.valueOf(i + 1), number) + GAP;
      if (beside) {
        beside(judgements.get(i), label, left);
      } else {
        below(judgements.get(i), label);
      }
    }
    return lines;
  }

  private void beside(Judgement judged, String label, int left) {
    String indent = " ".repeat(label.length());
    List<String> verdict = new ArrayList<>(text(verdict(judged), look(judged), left, "", ""));
    verdict.addAll(text(words.reason(judged.reason()), Style.DIM, left, GAP, GAP));
    List<String> source = source(judged, mode.width() - label.length() - left - GAP.length());
    for (int i = 0; i < Math.max(verdict.size(), source.size()); i++) {
      String words = i < verdict.size() ? verdict.get(i) : "";
      String quoted = i < source.size() ? source.get(i) : "";
      String line = (i == 0 ? label : indent) + DisplayWidth.pad(words, left) + GAP + quoted;
      lines.add(line.stripTrailing());
    }
  }

  private void below(Judgement judged, String label) {
    String indent = " ".repeat(label.length());
    StyledText head =
        StyledText.of(mode, verdict(judged), look(judged))
            .add(" · " + words.reason(judged.reason()), Style.DIM);
    lines.addAll(head.lines(mode.width(), label, indent));
    for (String line : source(judged, mode.width() - label.length())) {
      lines.add(indent + line);
    }
  }

  private List<String> source(Judgement judged, int width) {
    List<String> source = new ArrayList<>();
    for (SourceQuote quote : judged.evidence()) {
      source.addAll(text(quote.quote(), Style.PLAIN, width, "", ""));
      source.addAll(text(words.place(quote.span()), Style.DIM, width, "", ""));
    }
    return source;
  }

  /** Columns that verdicts and reasons take. */
  private int left(List<Judgement> judgements) {
    int widest = 0;
    for (Judgement judged : judgements) {
      int reason = GAP.length() + DisplayWidth.of(words.reason(judged.reason()));
      widest = Math.max(widest, Math.max(DisplayWidth.of(verdict(judged)), reason));
    }
    return Math.min(WIDEST, widest);
  }

  private String verdict(Judgement judged) {
    return CheckWords.mark(judged.verdict()) + " " + words.verdict(judged.verdict());
  }

  private static Style look(Judgement judged) {
    return CheckPage.style(judged.verdict());
  }

  private List<String> text(String text, Style style, int width, String first, String rest) {
    return StyledText.of(mode, text, style).lines(width, first, rest);
  }
}
