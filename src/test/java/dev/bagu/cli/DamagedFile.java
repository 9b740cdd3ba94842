package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Bytes of files that cannot be read, or only with care. */
final class DamagedFile {
  private static final String TYPES =
      "<?xml version=\"1.0\"?><Types"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
          + " Extension=\"rels\""
          + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
          + " PartName=\"/word/document.xml\""
          + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
  private static final String RELATIONS =
      "<?xml version=\"1.0\"?><Relationships"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
          + " Id=\"rId1\""
          + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
          + " Target=\"word/document.xml\"/></Relationships>";

  private DamagedFile() {}

  /** A PDF that asks for a password. */
  static byte[] encryptedPdf() {
    return pdf(true, true);
  }

  /** A PDF without a word on its page. */
  static byte[] picturePdf() {
    return pdf(false, false);
  }

  /** The first half of a PDF. */
  static byte[] halfPdf() {
    byte[] whole = pdf(true, false);
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static byte[] pdf(boolean words, boolean encrypted) {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
        if (words) {
          out.beginText();
          out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          out.showText("What is LoRA? A low-rank update.");
          out.endText();
        } else {
          out.addRect(10, 10, 100, 100);
          out.fill();
        }
      }
      if (encrypted) {
        pdf.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
      }
      pdf.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A small Word file whose text is 300 MB of one letter. */
  static byte[] bombDocx() {
    return docx("<w:t>", 300L << 20, "</w:t>");
  }

  /** A Word file that wants the machine's own files in its text. */
  static byte[] entityDocx() {
    return docx("<w:t>&file;", 0, "</w:t>");
  }

  private static byte[] docx(String before, long letters, String after) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      add(zip, "[Content_Types].xml", TYPES);
      add(zip, "_rels/.rels", RELATIONS);
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      String doctype =
          before.contains("&file;")
              ? "<!DOCTYPE w [<!ENTITY file SYSTEM \"file:///etc/passwd\">]>"
              : "";
      String head =
          "<?xml version=\"1.0\"?>"
              + doctype
              + "<w:document"
              + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>";
      zip.write((head + before).getBytes(UTF_8));
      byte[] block = "a".repeat(1 << 20).getBytes(UTF_8);
      for (long done = 0; done < letters; done += block.length) {
        zip.write(block);
      }
      zip.write((after + "</w:r></w:p></w:body></w:document>").getBytes(UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  /** Bytes of no text. */
  static byte[] noise() {
    byte[] noise = new byte[4096];
    new java.util.Random(8).nextBytes(noise);
    return noise;
  }

  /** A list in a list, a thousand times. */
  static String nested() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append(" ".repeat(2 * i)).append("- 第 ").append(i).append(" 层\n");
    }
    return text.toString();
  }
}
