package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.check.CheckReport;
import dev.bagu.cli.terminal.Messages;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page of a check as HTML. */
class CheckHtmlTest {
  private static final CheckWords WORDS = new CheckWords(Messages.of(Locale.ENGLISH));

  @Test
  void every_claim_has_an_id_a_verdict_words_for_readers_and_its_evidence() {
    Document page = page(Reports.usual());

    List<Element> claims = page.select(".draft .claim");
    assertThat(claims).extracting(Element::id).containsExactly("c1", "c2", "c3");
    assertThat(claims)
        .extracting(Element::className)
        .containsExactly("claim supported", "claim contradicted", "claim not_in_source");
    Element link = claims.get(1).child(0);
    assertThat(link.text()).isEqualTo("✗2Claim 2, contradicted: LoRA 一定拖慢推理");
    assertThat(link.attr("href")).isEqualTo("#n2");
    Element note = page.expectFirst("#n2");
    assertThat(note.select("q").text()).isEqualTo("合并后没有额外延迟");
    assertThat(note.select("cite").text()).contains("01-peft.md ›", "lines 11-12");
    assertThat(page.select("tbody tr")).hasSize(3);
    assertThat(page.select("#e2 blockquote").text()).isEqualTo("合并后没有额外延迟");
  }

  @Test
  void what_the_draft_says_stays_whole_around_the_marks() {
    Document page = page(Reports.usual());
    page.select(".mark, .unseen, .note").remove();

    assertThat(page.expectFirst(".draft").wholeText()).isEqualTo(Reports.usual().draft());
  }

  @Test
  void points_score_and_advice_are_there() {
    Document page = page(Reports.usual());

    assertThat(page.select(".points.missed .point").text()).isEqualTo("合并后的模型结构与原模型相同");
    assertThat(page.select(".points.partly small").text()).isEqualTo("50 %, claim 1");
    assertThat(page.select(".score").text()).startsWith("Score: 60 of 100");
    assertThat(page.select(".advice")).hasSize(1);
    assertThat(page.select(".legend li")).hasSize(3);
  }

  @Test
  void nothing_is_loaded_or_run() {
    for (CheckReport report : List.of(Reports.usual(), Reports.hostile())) {
      Document page = page(report);

      assertThat(page.select("script, img, iframe, link, object, form, base")).isEmpty();
      assertThat(page.select("[src], [onload], [onclick], [style]")).isEmpty();
      assertThat(page.select("a")).allMatch(a -> a.attr("href").matches("#[cn]\\d+"));
      assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
      assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    }
  }

  @Test
  void hostile_text_is_shown_and_does_nothing() {
    String html = CheckHtml.of(Reports.hostile(), WORDS);
    Document page = Jsoup.parse(html);

    assertThat(html).doesNotContain("\u001b", "\u202e", "<script>");
    assertThat(page.select("#n1 q").text()).contains("<script>alert(1)</script>", "\"q\"", "&amp;");
    assertThat(page.select(".draft").text()).contains("{{style}}", "\\u202egnp.exe");
  }

  @Test
  void languages_are_marked_and_ids_are_unique() {
    Document page =
        Jsoup.parse(CheckHtml.of(Reports.usual(), new CheckWords(Messages.of(Locale.CHINESE))));

    assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
    assertThat(page(Reports.usual()).select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select(".draft").attr("lang")).isEqualTo("zh-CN");
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(page.select("[aria-describedby]").eachAttr("aria-describedby"))
        .allMatch(ids::contains);
    assertThat(page.select("h1")).hasSize(1);
  }

  @Test
  void an_empty_draft_gets_a_page() {
    Document page = page(Reports.empty());

    assertThat(page.select(".draft").text()).isEqualTo("The draft is empty.");
    assertThat(page.select("table")).isEmpty();
    assertThat(page.select(".notices").text()).contains("nothing that can be checked");
  }

  private static Document page(CheckReport report) {
    return Jsoup.parse(CheckHtml.of(report, WORDS));
  }
}
