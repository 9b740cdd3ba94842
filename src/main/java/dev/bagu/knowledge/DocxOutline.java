package dev.bagu.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;

/**
 * The paragraphs, lists and tables of a Word file as lines, numbered from 1, with its headings.
 *
 * <p>A heading is a paragraph whose style is called {@code heading 1} to {@code heading 6} or has
 * such an outline level, in any language of Word (the name in the file is English). POI's
 * protection against zip bombs is on by default and stays as it is.
 */
final class DocxOutline {
  private static final Pattern HEADING = Pattern.compile("^(?:heading|标题)\\s?([1-9])$");

  private final List<String> lines = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private final XWPFDocument docx;

  private DocxOutline(XWPFDocument docx) {
    this.docx = docx;
  }

  /** The outline of a Word file. */
  static Outline of(byte[] bytes) throws Unreadable {
    try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      DocxOutline outline = new DocxOutline(docx);
      for (IBodyElement element : docx.getBodyElements()) {
        outline.add(element);
      }
      return new Outline(SourceText.of(String.join("\n", outline.lines)), outline.headings);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Unreadable("is not a Word file that can be read; save it again as .docx", e);
    }
  }

  private void add(IBodyElement element) {
    if (element instanceof XWPFParagraph paragraph) {
      add(paragraph);
    } else if (element instanceof XWPFTable table) {
      add(table);
    }
  }

  private void add(XWPFParagraph paragraph) {
    String words = paragraph.getText().replace('\u00A0', ' ').strip();
    if (words.isEmpty()) {
      return;
    }
    int level = level(paragraph);
    boolean item = level == 0 && paragraph.getNumID() != null;
    boolean follows = item && !lines.isEmpty() && lines.get(lines.size() - 1).startsWith("- ");
    if (!lines.isEmpty() && !follows) {
      lines.add("");
    }
    if (level > 0) {
      String heading = words.replace('\n', ' ');
      headings.add(new Heading(level, heading, lines.size(), lines.size() + 1));
      lines.add(heading);
      return;
    }
    String mark = item ? "- " : "";
    for (String line : words.split("\n", -1)) {
      lines.add(mark + line);
      mark = item ? "  " : "";
    }
  }

  private void add(XWPFTable table) {
    lines.add("");
    boolean head = true;
    for (XWPFTableRow row : table.getRows()) {
      List<String> cells = new ArrayList<>();
      row.getTableCells()
          .forEach(cell -> cells.add(cell.getText().replace('\n', ' ').replace('|', '/').strip()));
      lines.add("| " + String.join(" | ", cells) + " |");
      if (head) {
        lines.add("|" + " --- |".repeat(Math.max(1, cells.size())));
        head = false;
      }
    }
  }

  private int level(XWPFParagraph paragraph) {
    String id = paragraph.getStyleID();
    if (id == null) {
      return 0;
    }
    XWPFStyle style = docx.getStyles() == null ? null : docx.getStyles().getStyle(id);
    int byName = level(style == null ? null : style.getName());
    return byName > 0 ? byName : level(id);
  }

  private static int level(@Nullable String name) {
    if (name == null) {
      return 0;
    }
    String lower = name.toLowerCase(Locale.ROOT).strip();
    if (lower.equals("title")) {
      return 1;
    }
    Matcher m = HEADING.matcher(lower);
    return m.matches() ? Math.min(6, m.group(1).charAt(0) - '0') : 0;
  }
}
