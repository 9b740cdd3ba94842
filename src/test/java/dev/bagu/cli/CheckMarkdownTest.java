package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.check.CheckReport;
import dev.bagu.cli.terminal.Messages;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The page of a check as Markdown, read as a Git host reads it. */
class CheckMarkdownTest {
  private static final CheckWords WORDS = new CheckWords(Messages.of(Locale.ENGLISH));

  @Test
  void draft_evidence_points_and_score_are_there() {
    Document page = rendered(Reports.usual());

    assertThat(page.select("h1").text()).isEqualTo(Reports.QUESTION);
    assertThat(page.select("h2").eachText())
        .containsExactly("Draft", "Evidence", "Missed key points", "Partly made key points");
    assertThat(page.text())
        .contains("⟦✗2 LoRA 一定拖慢推理⟧", "Score: 60 of 100", "Next: put claim 2 right.");
    assertThat(page.select("tbody tr")).hasSize(3);
    assertThat(page.select("tbody tr").get(1).select("td").eachText())
        .containsExactly(
            "2",
            "✗ contradicted",
            "known mistake",
            "合并后没有额外延迟",
            "01-peft.md › LoRA 会增加推理延迟吗？, lines 11-12");
    assertThat(page.expectFirst("li").text()).contains("合并后的模型结构与原模型相同", "lines 11-12");
  }

  @Test
  void hostile_text_cannot_break_out() {
    String markdown = CheckMarkdown.of(Reports.hostile(), WORDS);
    Document page = rendered(Reports.hostile());

    assertThat(markdown).doesNotContain("\u001b", "\u202e", "<script", "@you", "https://");
    assertThat(page.select("script, img, a, code, pre, del, b")).isEmpty();
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("tbody tr")).hasSize(1);
    assertThat(page.select("td")).hasSize(5);
    assertThat(page.select("td").get(3).text()).contains("<script>alert(1)</script>", "~~x~~ [l]");
  }

  @Test
  void an_empty_draft_gets_a_page() {
    assertThat(rendered(Reports.empty()).text()).contains("The draft is empty.", "Score: 0 of 100");
  }

  private static Document rendered(CheckReport report) {
    List<org.commonmark.Extension> tables = List.of(TablesExtension.create());
    String html =
        HtmlRenderer.builder()
            .extensions(tables)
            .build()
            .render(
                Parser.builder().extensions(tables).build().parse(CheckMarkdown.of(report, WORDS)));
    return Jsoup.parse(html);
  }
}
