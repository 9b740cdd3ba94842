package dev.bagu.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of a PDF, page by page, its lines numbered through from 1.
 *
 * <p>A PDF has no lines or headings, only glyphs at places; the lines are those that PDFBox puts
 * together. What has no text (a scan) or asks for a password is {@link Unreadable}.
 */
final class PdfText {
  private PdfText() {}

  /** The outline of a PDF; it has no headings. */
  static Outline of(byte[] bytes) throws Unreadable {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      List<String> lines = new ArrayList<>();
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      int pages = pdf.getNumberOfPages();
      for (int page = 1; page <= pages; page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        lines.addAll(SourceText.of(stripper.getText(pdf)).lines());
        lines.add("");
      }
      if (lines.stream().allMatch(String::isBlank)) {
        throw new Unreadable(
            "has no text on its " + pages + " page(s), only pictures; run it through OCR first");
      }
      return new Outline(SourceText.of(String.join("\n", lines)), List.of());
    } catch (InvalidPasswordException e) {
      throw new Unreadable("is encrypted; save it without a password", e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Unreadable("is not a PDF that can be read; it may be damaged", e);
    }
  }
}
