package dev.bagu.knowledge;

import dev.bagu.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads one file into entries and chunks.
 *
 * <p>Goes in: the file's name, which decides its format, and its bytes. Comes out: entries, chunks
 * and what was wrong; never an exception for what a file contains. Pure: the same name and bytes
 * give the same result.
 *
 * <p>Example: {@code read("peft.md", bytes)} gives an entry "LoRA 的思路是什么？" with six chunks.
 */
public final class DocumentReader {
  private static final Set<String> MARKDOWN = Set.of("md", "markdown");
  private static final Set<String> HTML = Set.of("html", "htm");
  private static final Set<String> KNOWN =
      Set.of("md", "markdown", "txt", "html", "htm", "pdf", "docx");

  private DocumentReader() {}

  /** Whether a file name has the extension of a format that is read here. */
  public static boolean reads(String name) {
    return KNOWN.contains(extension(name));
  }

  /** Whether the format is text, not a container that has a text inside. */
  static boolean isText(String name) {
    return !Set.of("pdf", "docx").contains(extension(name));
  }

  /** Whether the file is a web page. */
  static boolean isPage(String name) {
    return HTML.contains(extension(name));
  }

  /**
   * The text of a file that somebody wrote, in UTF-8, UTF-16, GB18030 or another charset of Chinese
   * and English text, without a byte order mark.
   *
   * @param name the file's name, for the message
   * @throws BadInput if the bytes are not text
   */
  public static String text(String name, byte[] bytes) {
    try {
      return TextDecoder.decode(bytes);
    } catch (Unreadable e) {
      throw new BadInput(name + " " + e.reason(), e);
    }
  }

  /** The entries and chunks of a file; {@code file} is the path that spans will show. */
  public static ParsedFile read(String file, byte[] bytes) {
    try {
      Outline outline = outline(file, bytes);
      EntryParser parser = new EntryParser(file);
      List<Cut> cuts = parser.parse(outline);
      if (cuts.isEmpty()) {
        return ParsedFile.skipped(file, "holds no text to answer from");
      }
      List<Chunk> chunks = new ArrayList<>();
      for (Cut cut : cuts) {
        chunks.addAll(Chunker.chunk(cut, outline.text()));
      }
      return new ParsedFile(cuts.stream().map(Cut::entry).toList(), chunks, parser.warnings());
    } catch (Unreadable e) {
      return ParsedFile.skipped(file, e.reason());
    } catch (OutOfMemoryError e) {
      return ParsedFile.skipped(file, "needs more memory than there is; split it");
    }
  }

  /** The lines and headings of a file. */
  static Outline outline(String file, byte[] bytes) throws Unreadable {
    if (bytes.length == 0) {
      throw new Unreadable("is empty");
    }
    String extension = extension(file);
    Outline outline;
    if (extension.equals("pdf")) {
      outline = PdfText.of(bytes);
    } else if (extension.equals("docx")) {
      outline = DocxOutline.of(bytes);
    } else if (HTML.contains(extension)) {
      outline = HtmlOutline.of(bytes);
    } else {
      SourceText text = SourceText.of(TextDecoder.decode(bytes));
      boolean markdown = MARKDOWN.contains(extension) || marked(text);
      outline = markdown ? MarkdownOutline.of(text) : new Outline(text, List.of());
    }
    if (outline.text().lines().stream().allMatch(String::isBlank)) {
      throw new Unreadable("is empty");
    }
    return outline;
  }

  /** Whether a text file is written as Markdown: two headings or more, one of them {@code ##}. */
  private static boolean marked(SourceText text) {
    int headings = 0;
    boolean second = false;
    for (String line : text.lines()) {
      int marks = 0;
      while (marks < line.length() && line.charAt(marks) == '#') {
        marks++;
      }
      if (marks >= 1 && marks <= 6 && marks < line.length() && line.charAt(marks) == ' ') {
        headings++;
        second |= marks >= 2;
      }
    }
    return headings >= 2 && second;
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
