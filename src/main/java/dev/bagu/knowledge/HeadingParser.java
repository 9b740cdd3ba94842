package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a document with headings: the own body of each heading, up to the next heading of any level,
 * is one entry.
 *
 * <p>A heading that asks makes a question; any other makes a section, called by its heading path. A
 * heading without a body of its own makes no entry but stays in the path of those below it. Text
 * before the first heading is an entry of the file. Question-and-answer pairs in a body are entries
 * of their own.
 *
 * <p>Example: {@code # PEFT / ## LoRA / text / ### 有什么优点? / text} makes "PEFT › LoRA" and "有什么优点?".
 */
final class HeadingParser {
  private final EntryMaker maker;
  private final boolean page;
  private final SourceText text;

  /** A parser for a document, or for a web page, whose sections may end in advertisements. */
  HeadingParser(EntryMaker maker, boolean page) {
    this.maker = maker;
    this.page = page;
    this.text = maker.text();
  }

  /** Adds the entries of the whole outline. */
  void parse(Outline outline, String title) {
    List<Heading> headings = outline.headings();
    int first = headings.isEmpty() ? text.size() : headings.get(0).from();
    body(
        new Segment(
            Entry.Kind.SECTION, title, "", List.of(), outline.start(), outline.start(), first));
    List<Heading> open = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      open.removeIf(above -> above.level() >= heading.level());
      open.add(heading);
      int to = i + 1 < headings.size() ? headings.get(i + 1).from() : text.size();
      add(heading, open, to);
    }
  }

  /** Adds what stands under one heading; {@code open} are the headings down to it. */
  void add(Heading heading, List<Heading> open, int to) {
    List<String> path = open.stream().map(Heading::text).filter(name -> !name.isEmpty()).toList();
    boolean asks = Asking.heading(heading.text());
    String question = asks ? Numbering.without(Markup.inline(heading.text())) : pathName(path);
    body(
        new Segment(
            asks ? Entry.Kind.QUESTION : Entry.Kind.SECTION,
            question.isEmpty() ? maker.section().title() : question,
            heading.text(),
            path,
            heading.from(),
            heading.to(),
            to));
  }

  private void body(Segment whole) {
    Segment segment =
        page ? whole.until(Boilerplate.end(text, whole.bodyFrom(), whole.to())) : whole;
    int from = segment.bodyFrom();
    if (Boilerplate.empty(text, from, segment.to())
        || (page && Boilerplate.advertisement(text, from, segment.to()))) {
      return;
    }
    List<Segment> questions = new QuestionList(text).under(segment);
    Segment own = questions.isEmpty() ? segment : segment.until(questions.get(0).from());
    if (!Boilerplate.empty(text, from, own.to())) {
      maker.add(own);
    }
    questions.forEach(maker::add);
  }

  /** The path as a name, without numbers and without an element that the next one repeats. */
  static String pathName(List<String> path) {
    List<String> names = new ArrayList<>();
    for (String element : path) {
      String name = Numbering.without(Markup.inline(element));
      if (!names.isEmpty() && names.get(names.size() - 1).equalsIgnoreCase(name)) {
        continue;
      }
      names.add(name);
    }
    return String.join(" › ", names);
  }
}
