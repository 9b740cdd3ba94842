package dev.bagu.cli;

import dev.bagu.check.CheckReport;
import dev.bagu.check.Feature;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.Score;
import dev.bagu.check.Verdict;
import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Style;
import dev.bagu.cli.terminal.StyledText;
import dev.bagu.cli.terminal.TerminalMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report for a terminal: the draft with its marks, the evidence, what is missing, the score, and
 * one line of advice.
 *
 * <p>Example of a mark, without colours: {@code ⟦✗2 LoRA 一定拖慢推理⟧}; with colours the brackets are
 * left out and the number stays.
 */
final class CheckPage {
  private final CheckWords words;
  private final TerminalMode mode;
  private final List<String> lines = new ArrayList<>();

  CheckPage(CheckWords words, TerminalMode mode) {
    this.words = words;
    this.mode = mode;
  }

  /** The lines to print; with {@code explain} also what every verdict and the score came from. */
  List<String> lines(CheckReport report, boolean explain) {
    lines.clear();
    subject(report);
    draft(report);
    if (!report.judgements().isEmpty()) {
      head(words.text("check.evidence"));
      lines.addAll(new EvidenceColumns(words, mode).lines(report.judgements()));
    }
    points(report, PointCoverage.State.MISSED, words.text("check.missed"), "✗");
    points(report, PointCoverage.State.PARTLY, words.text("check.partly"), "½");
    if (explain) {
      explain(report);
    }
    result(report);
    return List.copyOf(lines);
  }

  /** The look of a verdict. */
  static Style style(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> Style.GOOD;
      case CONTRADICTED -> Style.BAD;
      case NOT_IN_SOURCE -> Style.UNPROVEN;
    };
  }

  private void subject(CheckReport report) {
    wrapped(report.question(), Style.BOLD, "");
    wrapped(report.entry().id() + " · " + words.place(report.entry().span()), Style.DIM, "");
    lines.add("");
  }

  private void draft(CheckReport report) {
    if (report.draft().isBlank()) {
      wrapped(words.text("check.empty"), Style.DIM, "");
      return;
    }
    StyledText text = new StyledText(mode);
    for (MarkedDraft.Piece piece : MarkedDraft.of(report)) {
      if (piece.claim() == 0) {
        text.add(piece.text(), Style.PLAIN);
      } else {
        claim(text, piece, report.judgements().get(piece.claim() - 1).verdict());
      }
    }
    lines.addAll(text.lines(mode.width(), "", ""));
    lines.add("");
    wrapped(legend(), Style.DIM, "");
  }

  private void claim(StyledText text, MarkedDraft.Piece piece, Verdict verdict) {
    String mark = CheckWords.mark(verdict) + piece.claim() + " ";
    if (mode.isColour()) {
      text.add(mark, style(verdict).with(Style.BOLD));
      text.add(
          piece.text(),
          verdict == Verdict.CONTRADICTED ? style(verdict).with(Style.UNDERLINE) : style(verdict));
    } else {
      text.add("⟦" + mark + piece.text() + "⟧", Style.PLAIN);
    }
  }

  private String legend() {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      parts.add(CheckWords.mark(verdict) + " " + words.verdict(verdict));
    }
    return String.join("   ", parts);
  }

  private void points(CheckReport report, PointCoverage.State state, String title, String mark) {
    List<PointCoverage> points =
        report.points().stream().filter(point -> point.state() == state).toList();
    if (points.isEmpty()) {
      return;
    }
    head(title);
    for (PointCoverage point : points) {
      StyledText text = StyledText.of(mode, point.point(), Style.PLAIN);
      if (state == PointCoverage.State.PARTLY) {
        text.add(" (" + words.share(report, point) + ")", Style.DIM);
      }
      Style style = state == PointCoverage.State.MISSED ? Style.BAD : Style.UNPROVEN;
      lines.addAll(text.lines(mode.width(), mode.paint(style, mark) + "  ", "   "));
      // A derived point differs from what stands in the source; a listed one is the same words.
      if (!point.source().quote().contains(point.point())) {
        wrapped(point.source().quote(), Style.PLAIN, "   ");
      }
      wrapped(words.place(point.source().span()), Style.DIM, "   ");
    }
  }

  private void explain(CheckReport report) {
    head(words.text("check.explain"));
    for (int i = 0; i < report.judgements().size(); i++) {
      Judgement judged = report.judgements().get(i);
      String verdict = CheckWords.mark(judged.verdict()) + (i + 1) + " ";
      String sure = String.format(Locale.ROOT, "%.2f", judged.certainty());
      wrapped(
          verdict
              + words.text(
                  "check.explain.claim", words.verdict(judged.verdict()), sure, judged.judge()),
          Style.PLAIN,
          "");
      for (Feature feature : judged.features()) {
        number(feature.name(), String.format(Locale.ROOT, "%9.4f", feature.value()));
      }
    }
    head(words.text("check.explain.score"));
    for (Score.Term term : report.score().terms()) {
      number(term.name(), String.format(Locale.ROOT, "%+9.2f", term.points()));
    }
    number("=", String.format(Locale.ROOT, "%9d", report.score().points()));
  }

  private void number(String name, String value) {
    lines.add("   " + mode.paint(Style.DIM, DisplayWidth.pad(name, 28) + value));
  }

  private void result(CheckReport report) {
    lines.add("");
    wrapped(words.score(report.score()), Style.BOLD, "");
    wrapped(words.coverage(report), Style.PLAIN, "");
    wrapped(words.mode(report), Style.DIM, "");
    lines.add(mode.paint(Style.BOLD, CheckAdvice.of(words, report, mode.width())));
  }

  private void head(String title) {
    lines.add("");
    wrapped(title, Style.BOLD, "");
  }

  private void wrapped(String text, Style style, String indent) {
    lines.addAll(StyledText.of(mode, text, style).lines(mode.width(), indent, indent));
  }
}
