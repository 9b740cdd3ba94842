package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done with the records of interviews: review, progress, export, import, forget. */
class RecordsCommandTest {
  private static final String SECRET = "我在某公司做过一个只有我知道的项目";

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @BeforeEach
  void moves_in() {
    home = new Home(folder);
    InterviewBank.write(home);
  }

  @Test
  void nothing_is_due_before_and_just_after_an_interview() {
    home.run("review", "--list").exits(0).outContains("nothing was asked yet");
    sit();
    home.run("review").exits(0).outContains("Nothing is due. The next review: 20");
    home.run("review", "--limit", "0").exits(2).complains("--limit");
  }

  @Test
  void what_is_due_is_listed_and_asked_and_nothing_else() {
    sit();
    age();

    home.run("review", "--list").exits(0).outContains("quant-01        due 20");
    home.input = "/end\n";
    home.run("review", "--offline").exits(0).outContains("Question 1 of 1 · Quantising");
  }

  @Test
  void progress_counts_every_section_and_adds_up() throws IOException {
    sit();

    Home.Result table = home.run("progress", "--entries").exits(0);
    table.outContains("PEFT", "Quantising", "All", ".....", "quant-01  English of quant-01?");
    JsonNode json = new ObjectMapper().readTree(home.run("progress", "--json").exits(0).out());
    assertThat(json.path("entries").asInt()).isEqualTo(6);
    assertThat(json.path("untouched").asInt()).isEqualTo(5);
    int sum = 0;
    for (String state : new String[] {"passed", "due", "asked", "untouched"}) {
      sum += json.path(state).asInt();
    }
    assertThat(sum).isEqualTo(6);
    assertThat(json.path("sections").get(1).path("questions").get(0).path("state").asText())
        .isNotEqualTo("untouched");
    home.run("progress", "--json", "--html", "x.html").exits(2).complains("--html");
  }

  @Test
  void the_page_of_progress_is_whole_by_itself_and_escapes_everything() throws IOException {
    home.write(
        "dist/knowledge/03-evil.md",
        """
        ---
        section: evil
        title: <script>alert(1)</script>
        ---

        ## 为什么 <img src=x onerror=alert(1)> "危险" & 难防？

        因为它会被当成标签来执行，必须转义。
        """);
    sit();
    Path page = folder.resolve("out/progress.html");

    home.run("progress", "--html", page.toString()).exits(0).outContains(page.toString());

    Document html = Jsoup.parse(Files.readString(page, UTF_8));
    assertThat(html.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(html.select("script, img, link, iframe, object, [src], [href], [style]")).isEmpty();
    assertThat(html.select("*").stream().flatMap(each -> each.attributes().asList().stream()))
        .noneMatch(each -> each.getKey().startsWith("on"));
    assertThat(html.select("rect.untouched ~ *, rect.untouched")).isNotEmpty();
    assertThat(html.select(".bars .name").eachText()).contains("<script>alert(1)</script>");
    assertThat(html.select("svg g > title").eachText())
        .anyMatch(each -> each.contains("\"危险\" & 难防？"));
    assertThat(html.select("svg circle > title")).hasSize(1);
    assertThat(html.select("svg polyline")).hasSize(1);
    assertThat(html.select(".bars .name").eachText()).contains("PEFT", "Quantising");
  }

  @Test
  void the_page_of_nobody_s_progress_is_a_page_too() throws IOException {
    Path page = folder.resolve("progress.html");

    home.run("progress", "--html", page.toString(), "--lang", "zh").exits(0);

    assertThat(Jsoup.parse(Files.readString(page, UTF_8)).text()).contains("还没有答过题", "没有到期的题");
  }

  @Test
  void an_export_is_imported_elsewhere_and_nothing_is_added_twice() throws IOException {
    sit();
    Path file = folder.resolve("records.json");
    home.run("export", file.toString()).exits(0).outContains("1 sessions");
    home.run("export", file.toString()).exits(2).complains("exists already");
    assertThat(home.run("export", "-").exits(0).out()).isEqualTo(Files.readString(file, UTF_8));

    Home other = new Home(folder.resolve("other"));
    InterviewBank.write(other);
    other.run("import", file.toString()).exits(0).outContains("1 sessions added");
    other.input = Files.readString(file, UTF_8);
    other.run("import", "-").exits(0).outContains("0 sessions added; there are 1");
    assertThat(other.run("export", "-").out()).isEqualTo(Files.readString(file, UTF_8));
  }

  @Test
  void what_is_no_export_is_told_in_one_line() {
    home.input = "{\"format\":\"other\"}";
    home.run("import", "-").exits(2).complains("no export");
    home.run("import", folder.resolve("none").toString()).exits(2).complains("none");
    home.run("import", home.write("gb", new byte[] {(byte) 0xC4, (byte) 0xE3}).toString())
        .exits(2)
        .complains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"session", "entry", "all"})
  void what_is_forgotten_is_in_no_file_any_more(String what) throws IOException {
    String id = sit();
    assertThat(everything()).contains(SECRET);
    String[] args =
        what.equals("all")
            ? new String[] {"forget", "--all"}
            : new String[] {"forget", "--" + what, what.equals("entry") ? "quant-01" : id};

    home.run(args).exits(2).complains("--yes");
    assertThat(everything()).contains(SECRET);
    String[] sure = Stream.concat(Stream.of(args), Stream.of("--yes")).toArray(String[]::new);
    home.run(sure).exits(0).outContains("Forgotten; scorecards and drafts deleted: 2");

    assertThat(everything()).doesNotContain(SECRET);
  }

  @Test
  void forget_says_what_there_is_not() {
    home.run("forget", "--session", "none", "--yes").exits(2).complains("none");
    home.run("forget", "--entry", "none", "--yes").exits(2).complains("none");
    home.run("forget", "--yes").exits(2);
    home.run("forget", "--all", "--session", "x", "--yes").exits(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"interview", "review", "progress", "export", "import", "forget"})
  void every_command_helps_in_both_languages_and_is_completed(String command) {
    home.run(command, "--help").exits(0).outContains("Usage: bagu " + command).errIsEmpty();
    String english = home.run(command, "--help").out();
    assertThat(home.run(command, "--help", "--lang", "zh").exits(0).out())
        .isNotEqualTo(english)
        .contains("例子：");
    home.run("completion", "bash").exits(0).outContains(command);
  }

  /** An interview of one question; gives its id. */
  private String sit() {
    home.input = SECRET + "。底座只做前向所以能量化。\n\n/end\n";
    home.run("interview", "--topic", "quant", "--offline").exits(0);
    home.input = "";
    return home.run("interview", "list").out().split(" ", 2)[0];
  }

  /** Makes the records a hundred days older. */
  private void age() {
    String records = home.run("export", "-").out();
    home.run("forget", "--all", "--yes").exits(0);
    home.input = records.replaceAll("\"20\\d\\d-", "\"2024-");
    home.run("import", "-").exits(0);
    home.input = "";
  }

  private String everything() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), UTF_8));
      }
    }
    return all.toString();
  }
}
