package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is quoted at once, with the lines it stands on when its chunk begins at line 11. */
class LineTest {
  record Row(String name, String text, List<String> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> rows() {
    return List.of(
        new Row("sentences", "第一句。第二句。\n第三句。", List.of("11-11 第一句。", "11-11 第二句。", "12-12 第三句。")),
        new Row("a label goes", "**一句话**：第一句。", List.of("11-11 第一句。")),
        new Row(
            "code is whole",
            "前。\n```\na[1]。\n\nb。\n```\n后。",
            List.of("11-11 前。", "12-16 ```\na[1]。\n\nb。\n```", "17-17 后。")),
        new Row("open code goes to the end", "```\na\nb", List.of("11-13 ```\na\nb")),
        new Row(
            "a table is whole",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            List.of("11-13 | a | b |\n|---|---|\n| 1 | 2 |")),
        new Row(
            "a numbered list is whole",
            "1. 先冻结。\n   再训练。\n2. 后合并。",
            List.of("11-13 1. 先冻结。\n   再训练。\n2. 后合并。")),
        new Row("points are single", "- 冻结\n- 合并", List.of("11-11 - 冻结", "12-12 - 合并")),
        new Row(
            "a lead-in takes its list, and no more",
            "分两步：\n\n1. 冻结\n2. 合并\n\n完。",
            List.of("11-14 分两步：\n\n1. 冻结\n2. 合并", "16-16 完。")),
        new Row(
            "a lead-in takes its points", "有两点：\n- 冻结\n- 合并", List.of("11-13 有两点：\n- 冻结\n- 合并")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void is_verbatim_with_its_own_lines(Row row) {
    int lines = row.text().split("\n", -1).length;
    SourceSpan span = new SourceSpan("a.md", "h", List.of("h"), 11, 10 + lines);
    Chunk chunk = new Chunk("e/0", "e", row.text(), row.text(), span);

    assertThat(Line.of(chunk))
        .extracting(l -> l.span().startLine() + "-" + l.span().endLine() + " " + l.text())
        .isEqualTo(row.expected());
  }
}
