package dev.bagu.knowledge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that may be a question of a list.
 *
 * <p>Example: {@code • 1.2 LoRA 的思路是什么?} is bulleted, numbered, and asks "LoRA 的思路是什么?".
 *
 * @param style how it is marked as a question
 * @param bullet whether a bullet stands before it
 * @param indent columns before it
 * @param heading the line without bullet and emphasis
 * @param question the heading without its number or label, and without an answer on the same line
 * @param answered whether its answer begins on the same line
 */
record QuestionLine(
    Style style, boolean bullet, int indent, String heading, String question, boolean answered) {

  /** What makes the line a question, surest first. */
  enum Style {
    /** {@code Q:} or {@code 问：}; need not ask. */
    LABEL,
    /** {@code 1.}, {@code 一、} and the like, and it asks. */
    NUMBER,
    /** No mark; ends in a question mark. */
    BARE
  }

  private static final Pattern BULLET = Pattern.compile("^[-*+•·●▪◦○]\\s+");
  private static final Pattern ANSWER =
      Pattern.compile("^(?:A|答|答案|参考答案|回答|解答|(?i:answer))\\s*\\d{0,3}\\s*[:：]");
  private static final Pattern ANSWER_INSIDE =
      Pattern.compile("[?？。\\s](?:\\*\\*)?(?:A|答|答案|参考答案|(?i:answer))\\s*\\d{0,3}(?:\\*\\*)?[:：]");

  /** The line as a question; empty where it cannot be one. */
  static Optional<QuestionLine> of(String line) {
    String s = line.strip();
    if (s.isEmpty() || s.length() > 2000 || s.charAt(0) == '|') {
      return Optional.empty();
    }
    Matcher m = BULLET.matcher(s);
    boolean bullet = m.find();
    String heading = unmarked(bullet ? s.substring(m.end()) : s);
    Optional<Numbering> numbering = Numbering.of(heading);
    String rest = numbering.map(n -> heading.substring(n.length()).strip()).orElse(heading);
    boolean label = numbering.isPresent() && numbering.get().kind() == Numbering.Kind.LABEL;
    Matcher inside = ANSWER_INSIDE.matcher(rest);
    boolean answered = label && inside.find();
    String question =
        Markup.inline(answered ? rest.substring(0, inside.start() + 1) : rest).strip();
    Style style;
    if (label && !question.isEmpty() && question.length() <= 300) {
      style = Style.LABEL;
    } else if (numbering.isPresent() && Asking.numbered(question)) {
      style = Style.NUMBER;
    } else if (Asking.bare(question)) {
      style = Style.BARE;
    } else {
      return Optional.empty();
    }
    int indent = Lines.indent(line);
    String shown = Markup.inline(heading).strip();
    return Optional.of(new QuestionLine(style, bullet, indent, shown, question, answered));
  }

  /** Whether the line begins an answer: {@code A:}, {@code 答：}. */
  static boolean answerLabel(String line) {
    return ANSWER.matcher(unmarked(line.strip())).find();
  }

  /** Whether the line is bulleted and short: a line of a table of contents, if others follow. */
  static boolean contentsLine(String line) {
    String s = line.strip();
    return s.length() <= 80 && BULLET.matcher(s).find();
  }

  /** Without the emphasis that wraps the whole line or its label. */
  private static String unmarked(String s) {
    return s.startsWith("**") || s.startsWith("__") ? s.substring(2).strip() : s;
  }
}
