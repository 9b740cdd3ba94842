package dev.bagu.knowledge;

import java.util.List;

/**
 * Cuts text without headings: its questions if it has any, else its paragraphs in groups.
 *
 * <p>Of a page with questions, the text before the first is kept where it is prose; where it is a
 * title and a table of contents it says nothing. A text with no questions loses nothing but
 * pictures and the furniture of web pages at its end; each group of paragraphs is a section called
 * by its first sentence.
 */
final class PlainTextParser {
  /** Size of a group of paragraphs, in characters: about a printed half page. */
  private static final int GROUP = 1200;

  /** Longest name of a group, in characters. */
  private static final int NAME = 60;

  /** Longest line that counts as a title amid bare questions, in characters. */
  private static final int TITLE = 30;

  /** Shortest line that counts as prose, in characters. */
  private static final int PROSE = 40;

  private final EntryMaker maker;
  private final SourceText text;

  PlainTextParser(EntryMaker maker) {
    this.maker = maker;
    this.text = maker.text();
  }

  /** Adds the entries of the lines from {@code from} on. */
  void parse(int from) {
    List<Segment> questions = new QuestionList(text).page(from, text.size());
    if (questions.isEmpty()) {
      paragraphs(from, text.trimEnd(from, text.size()));
      return;
    }
    preface(from, questions.get(0).from());
    questions.forEach(maker::add);
  }

  private void preface(int from, int to) {
    for (int i = from; i < to; i++) {
      String line = text.line(i);
      boolean prose =
          line.strip().length() >= PROSE
              && !Boilerplate.pageNoise(line)
              && !Lines.listItem(line)
              && QuestionLine.of(line).isEmpty();
      if (prose) {
        int end = i + 1;
        while (end < to && !text.blank(end)) {
          end++;
        }
        group(i, end);
        i = end;
      }
    }
  }

  private void paragraphs(int from, int to) {
    int start = text.skipBlank(from, to);
    int size = 0;
    for (int i = start; i < to; i++) {
      boolean blank = text.blank(i);
      size += text.line(i).length();
      boolean full = blank ? size >= GROUP * 2 / 3 : size >= GROUP * 2;
      if (full) {
        group(start, i + 1);
        start = i + 1;
        size = 0;
      }
    }
    group(start, to);
  }

  private void group(int from, int to) {
    int first = text.skipBlank(from, to);
    if (first < to && !Boilerplate.empty(text, first, to) && !contents(first, to)) {
      int named = first;
      while (named < to - 1 && (text.blank(named) || Boilerplate.pageNoise(text.line(named)))) {
        named++;
      }
      String name = name(text.line(named));
      maker.add(new Segment(Entry.Kind.SECTION, name, "", List.of(), first, first, to));
    }
  }

  /** Whether nothing but two or more questions and their short titles stands there. */
  private boolean contents(int from, int to) {
    int questions = 0;
    for (int i = from; i < to; i++) {
      boolean question = QuestionLine.of(text.line(i)).isPresent();
      questions += question ? 1 : 0;
      boolean title = text.line(i).strip().length() < TITLE && !text.line(i).strip().endsWith("。");
      if (!question && !title) {
        return false;
      }
    }
    return questions >= 2;
  }

  private String name(String line) {
    String words = Markup.plain(line).strip();
    if (words.isEmpty()) {
      return maker.section().title();
    }
    String sentence = Sentences.split(words).get(0).strip();
    if (sentence.length() <= NAME) {
      return sentence;
    }
    int end = Character.isHighSurrogate(sentence.charAt(NAME - 1)) ? NAME - 1 : NAME;
    return sentence.substring(0, end) + "…";
  }
}
