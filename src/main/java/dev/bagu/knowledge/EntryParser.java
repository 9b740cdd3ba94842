package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a document into entries, by whichever structure it has: the bank's notation, headings,
 * questions with answers, or none.
 */
final class EntryParser {
  private final String file;
  private final List<SkippedFile> warnings = new ArrayList<>();

  EntryParser(String file) {
    this.file = file;
  }

  /** The entries with the lines of their chunks, in the order of the file. */
  List<Cut> parse(Outline outline) {
    Section section = section(outline);
    EntryMaker maker = new EntryMaker(file, outline.text(), section);
    if (outline.headings().isEmpty()) {
      new PlainTextParser(maker).parse(outline.start());
    } else if (bank(outline)) {
      bank(outline, maker);
    } else {
      new HeadingParser(maker, DocumentReader.isPage(file)).parse(outline, section.title());
    }
    return maker.cuts();
  }

  /** What is wrong in the file though it could be read, in the order of the file. */
  List<SkippedFile> warnings() {
    return warnings;
  }

  private boolean bank(Outline outline) {
    return outline.headings().stream()
        .anyMatch(h -> BankParser.marked(outline.text(), h, outline.text().size()));
  }

  private void bank(Outline outline, EntryMaker maker) {
    HeadingParser other = new HeadingParser(maker, false);
    BankParser bank = new BankParser(maker, file, warnings);
    List<Heading> open = new ArrayList<>();
    List<Heading> headings = outline.headings();
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      open.removeIf(above -> above.level() >= heading.level());
      open.add(heading);
      int to = i + 1 < headings.size() ? headings.get(i + 1).from() : outline.text().size();
      List<String> path = open.stream().map(Heading::text).toList();
      if (!BankParser.marked(outline.text(), heading, to)) {
        if (heading.level() == 2) {
          warnings.add(
              new SkippedFile(
                  file + ":" + outline.text().number(heading.from()),
                  "bank entry has no <!-- id: … --> comment; it is read as a plain section"));
        }
        other.add(heading, open, to);
      } else if (!bank.parse(heading, path, to)) {
        other.add(heading, open, to);
      }
    }
  }

  private Section section(Outline outline) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Map<String, String> meta = outline.meta();
    String first = outline.headings().isEmpty() ? stem : outline.headings().get(0).text();
    String title = meta.getOrDefault("title", first.isBlank() || bank(outline) ? stem : first);
    return new Section(
        meta.getOrDefault("section", stem), title, meta.getOrDefault("title_en", title));
  }
}
