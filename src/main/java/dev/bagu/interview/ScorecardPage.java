package dev.bagu.interview;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a scorecard as Markdown. */
final class ScorecardPage {
  private final Phrases phrases;
  private final boolean chinese;
  private final StringBuilder page = new StringBuilder();

  ScorecardPage(Phrases phrases, boolean chinese) {
    this.phrases = phrases;
    this.chinese = chinese;
  }

  String page(Scorecard card) {
    page.append("# ").append(word("card.title")).append("\n\n").append(total(card)).append('\n');
    if (card.low() < card.high()) {
      String band =
          phrases.text("card.band", Map.of("low", "" + card.low(), "high", "" + card.high()));
      page.append('\n').append(band).append('\n');
    }
    page.append('\n').append(followUps(card)).append('\n');
    page.append("\n## ").append(word("card.sections")).append("\n\n");
    table(word("card.section.columns"), card.sections().stream().map(this::row).toList());
    page.append("\n## ").append(word("card.questions")).append("\n\n");
    table(word("card.columns"), card.questions().stream().map(this::row).toList());
    card.questions().forEach(this::details);
    return page.toString();
  }

  private String total(Scorecard card) {
    return phrases.text(
        "card.total",
        Map.of(
            "points",
            "" + card.points(),
            "count",
            "" + card.questions().size(),
            "time",
            time(card.seconds()),
            "mode",
            card.mode()));
  }

  private String followUps(Scorecard card) {
    return phrases.text(
        "card.followups",
        Map.of(
            "asked", "" + card.asked(),
            "handled", "" + card.handled(),
            "hints", "" + card.hints()));
  }

  private void table(String columns, List<String> rows) {
    String rule = "|" + " --- |".repeat((int) columns.chars().filter(c -> c == '|').count() - 1);
    page.append(columns).append('\n').append(rule).append('\n');
    rows.forEach(row -> page.append(row).append('\n'));
  }

  private String row(Scorecard.SectionScore section) {
    return cells(
        chinese ? section.title() : section.titleEn(),
        "" + section.questions(),
        "" + section.points(),
        time(section.seconds()));
  }

  private String row(Scorecard.QuestionScore question) {
    QuestionResult result = question.result();
    return cells(
        title(question),
        result.section(),
        "" + result.points(),
        Math.round(result.coverage() * 100) + " %",
        "" + result.hints(),
        result.handled() + " / " + result.followUps(),
        time(result.seconds()));
  }

  private void details(Scorecard.QuestionScore question) {
    if (question.missed().isEmpty() && question.wrong().isEmpty()) {
      return;
    }
    page.append("\n### ").append(title(question)).append('\n');
    if (!question.missed().isEmpty()) {
      page.append('\n').append(word("card.missed")).append("\n\n");
      question.missed().forEach(each -> item(each.point() + " (" + place(each.source()) + ")"));
    }
    if (!question.wrong().isEmpty()) {
      page.append('\n').append(word("card.wrong")).append("\n\n");
      question.wrong().forEach(this::wrong);
    }
  }

  private String title(Scorecard.QuestionScore question) {
    boolean english = !chinese && !question.questionEn().isBlank();
    return question.number() + ". " + (english ? question.questionEn() : question.question());
  }

  private void wrong(ClaimVerdict claim) {
    item(claim.text().strip().replaceAll("\\s+", " "));
    for (SourceLine source : claim.evidence()) {
      Map<String, String> values = Map.of("quote", source.quote(), "place", place(source));
      page.append("  - ").append(phrases.text("card.source", values)).append('\n');
    }
  }

  private void item(String text) {
    page.append("- ").append(text).append('\n');
  }

  private static String place(SourceLine source) {
    return source.file() + ":" + source.startLine() + "-" + source.endLine();
  }

  private static String cells(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    return row.toString();
  }

  private static String time(int seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  private String word(String key) {
    return phrases.text(key, Map.of());
  }
}
