package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/** PDF, DOCX and HTML, made by the libraries that also read them. */
class ContainersTest {
  private static byte[] pdf(String password, String... lines) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      for (int from = 0; from < Math.max(1, lines.length); from += 3) {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
          for (int i = from; i < Math.min(lines.length, from + 3); i++) {
            out.beginText();
            out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            out.newLineAtOffset(50, 700 - 20f * (i - from));
            out.showText(lines[i]);
            out.endText();
          }
        }
      }
      if (!password.isEmpty()) {
        pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static String reason(ParsedFile parsed) {
    assertThat(parsed.entries()).isEmpty();
    return parsed.skipped().get(0).reason();
  }

  @Test
  void reads_a_pdf_page_by_page() throws IOException {
    byte[] bytes =
        pdf(
            "",
            "1. What is LoRA?",
            "A low-rank update.",
            "",
            "2. Why is it fast?",
            "Few parameters.");

    List<Entry> entries = DocumentReader.read("notes.pdf", bytes).entries();

    assertThat(entries)
        .extracting(Entry::question)
        .containsExactly("What is LoRA?", "Why is it fast?");
    assertThat(entries.get(1).span().startLine()).isGreaterThan(2);
  }

  @Test
  void says_what_is_wrong_with_a_pdf() throws IOException {
    assertThat(reason(DocumentReader.read("a.pdf", pdf("secret", "text"))))
        .isEqualTo("is encrypted; save it without a password");
    assertThat(reason(DocumentReader.read("a.pdf", pdf(""))))
        .isEqualTo("has no text on its 1 page(s), only pictures; run it through OCR first");
    assertThat(reason(DocumentReader.read("a.pdf", new byte[] {'%', 'P', 'D', 'F', '-', '1'})))
        .isEqualTo("is not a PDF that can be read; it may be damaged");
  }

  @Test
  void reads_headings_lists_and_tables_of_a_word_file() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument docx = new XWPFDocument()) {
      paragraph(docx, "Heading1", "微调");
      paragraph(docx, "Heading2", "什么是 LoRA？");
      paragraph(docx, "", "低秩适配。");
      paragraph(docx, "Heading2", "对比");
      XWPFTable table = docx.createTable(2, 2);
      table.getRow(0).getCell(0).setText("方法");
      table.getRow(1).getCell(0).setText("LoRA");
      docx.write(bytes);
    }

    ParsedFile parsed = DocumentReader.read("notes.docx", bytes.toByteArray());

    assertThat(Reading.summary(parsed.entries())).containsExactly("3-5 什么是 LoRA？", "7-11 微调 › 对比");
    assertThat(parsed.entries().get(0).span().headingPath()).containsExactly("微调", "什么是 LoRA？");
    assertThat(parsed.chunks().get(1).searchText()).isEqualTo("方法\nLoRA");
  }

  private static void paragraph(XWPFDocument docx, String style, String text) {
    XWPFParagraph paragraph = docx.createParagraph();
    if (!style.isEmpty()) {
      paragraph.setStyle(style);
    }
    paragraph.createRun().setText(text);
  }

  @Test
  void says_what_is_wrong_with_a_word_file() {
    byte[] bytes = "PK but not a zip".getBytes(StandardCharsets.UTF_8);

    assertThat(reason(DocumentReader.read("a.docx", bytes)))
        .isEqualTo("is not a Word file that can be read; save it again as .docx");
  }

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html><head><title>T</title><script>var a = "# no";</script></head>
      <body>
      <nav><a href="/">首页</a></nav>
      <article>
      <h1>LoRA 笔记</h1>
      <p>低秩<b>适配</b>是一种
         微调方法，<a href="x">见</a>。</p>
      <h2>有什么优点？</h2>
      <ul>
       <li>省显存</li>
       <li><p>可合并</p><ul><li>推理不慢</li></ul></li>
      </ul>
      <pre><code># 注释
      x = 1
      </code></pre>
      <table><tr><th>a</th><th>b</th></tr>
      <tr><td>1</td><td>2</td></tr></table>
      </article>
      <footer>版权所有</footer>
      </body></html>
      """;

  @Test
  void reads_the_main_part_of_a_page_with_the_lines_of_its_file() {
    ParsedFile parsed = Reading.read("page.html", PAGE);

    assertThat(Reading.summary(parsed.entries())).containsExactly("6-7 LoRA 笔记", "9-18 有什么优点？");
    assertThat(parsed.entries().get(0).text()).isEqualTo("低秩适配是一种微调方法，见。");
    assertThat(parsed.entries().get(1).text())
        .isEqualTo(
            """
            - 省显存
            - 可合并
              - 推理不慢

            ```
            # 注释
            x = 1
            ```

            | a | b |
            | --- | --- |
            | 1 | 2 |""");
  }

  @Test
  void reads_a_page_in_gbk_and_formulas_as_their_source() {
    String page =
        "<html><head><meta charset=gbk></head><body><h1>公式</h1><p>写成 <span data-tex=\"W_0+BA\"></span> 的样子。</p></body></html>";

    ParsedFile parsed =
        DocumentReader.read("a.htm", page.getBytes(java.nio.charset.Charset.forName("GBK")));

    assertThat(parsed.entries().get(0).text()).isEqualTo("写成 $W_0+BA$ 的样子。");
  }

  @Test
  void leaves_out_the_advertisements_and_buttons_of_a_page() {
    String page =
        """
        <h1>什么是 LoRA？</h1>
        <p>低秩适配的意思。</p>
        <p>👉扫码免费领取资料包🎁</p>
        <p>点赞</p>
        <h2>学习路线</h2>
        <p>加微信进群领取</p>
        <p>扫描下方二维码</p>
        <p>大礼包免费送</p>
        """;

    assertThat(Reading.summary(Reading.read("page.html", page).entries()))
        .containsExactly("1-2 什么是 LoRA？");
  }

  @Test
  void survives_a_page_that_is_nested_without_end() {
    ParsedFile parsed = Reading.read("deep.html", "<div>".repeat(10_000) + "<p>文字在此。</p>");

    assertThat(parsed.chunks()).extracting(Chunk::text).containsExactly("文字在此。");
  }
}
