package dev.bagu.answer;

import dev.bagu.knowledge.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a checked answer with the marks that belong to it: those within it, those that
 * follow its full stop, and those that stand alone on the next line.
 *
 * <p>Example: {@code 合并后没有延迟。[1][2] 另外要注意精度[3]。} is two statements, the first with marks 1 and 2.
 *
 * @param text without its marks; brackets that are no marks are {@code ⟦⟧}
 * @param marks the numbers of its evidence, ascending
 */
record Statement(String text, Set<Integer> marks) {
  private static final Pattern MARK = Pattern.compile("\\[(\\d+)]");
  private static final Pattern LEADING = Pattern.compile("\\A[\\s>]*(?:\\[\\d+][\\s,，、。.;；]*)+");

  /** The statements of an answer that passed the {@link CitationFilter}, in order. */
  static List<Statement> of(String answer) {
    List<StringBuilder> sentences = new ArrayList<>();
    for (String line : marksOnly(answer).split("\n", -1)) {
      boolean inLine = false;
      for (String sentence : Sentences.split(line)) {
        Matcher leading = LEADING.matcher(sentence);
        boolean back =
            leading.find()
                && !sentences.isEmpty()
                && (inLine || leading.end() == sentence.length());
        if (back) {
          sentences.get(sentences.size() - 1).append(leading.group());
        }
        String rest = back ? sentence.substring(leading.end()) : sentence;
        if (!rest.isBlank()) {
          sentences.add(new StringBuilder(rest));
        }
        inLine = true;
      }
    }
    return sentences.stream().map(Statement::one).toList();
  }

  private static Statement one(StringBuilder sentence) {
    Set<Integer> marks = new TreeSet<>();
    Matcher found = MARK.matcher(sentence);
    while (found.find()) {
      marks.add(Integer.parseInt(found.group(1)));
    }
    return new Statement(found.replaceAll(" "), marks);
  }

  /** The answer with every bracket that is no mark, as in code, made unlike one. */
  private static String marksOnly(String answer) {
    StringBuilder out = new StringBuilder(answer.length());
    MarkReader.read(
        answer,
        new MarkReader.Sink() {
          @Override
          public void text(String text) {
            out.append(text.replace('[', '⟦').replace(']', '⟧'));
          }

          @Override
          public void mark(Mark mark, char next) {
            if (mark.raw().matches("\\[[1-9]\\d{0,2}]")) {
              out.append(mark.raw());
            } else {
              text(mark.raw());
            }
          }
        });
    return out.toString();
  }
}
