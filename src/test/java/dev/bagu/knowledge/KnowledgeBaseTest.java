package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bagu.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeBaseTest {
  @TempDir Path folder;

  private Path put(String name, String text) throws IOException {
    return put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path put(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private KnowledgeBase load() {
    return KnowledgeBase.load(List.of(folder));
  }

  @Test
  void reads_files_in_the_order_of_their_paths() throws IOException {
    put("b.md", "# 乙\n\n文。\n");
    put("a/z.md", "# 丙\n\n文。\n");
    put("a.md", "# 甲\n\n文。\n");

    assertThat(load().entries())
        .extracting(Entry::id)
        .containsExactly("a.md#甲", "a/z.md#丙", "b.md#乙");
    assertThat(load().files())
        .extracting(SourceFile::file)
        .containsExactly("a.md", "a/z.md", "b.md");
  }

  @Test
  void looks_entries_and_their_chunks_up() throws IOException {
    put("a.md", "# 甲\n\n文。\n");

    KnowledgeBase base = load();

    assertThat(base.entry("a.md#甲").orElseThrow().text()).isEqualTo("文。");
    assertThat(base.chunksOf("a.md#甲")).extracting(Chunk::id).containsExactly("a.md#甲/0");
    assertThat(base.entry("none")).isEmpty();
    assertThat(base.chunksOf("none")).isEmpty();
    assertThat(base.files().get(0).size()).isEqualTo(Files.size(folder.resolve("a.md")));
  }

  @Test
  void a_single_file_is_called_by_its_name() throws IOException {
    Path file = put("deep/a.md", "# 甲\n\n文。\n");

    assertThat(KnowledgeBase.load(List.of(file)).entries())
        .extracting(Entry::id)
        .containsExactly("a.md#甲");
  }

  @Test
  void the_same_name_under_two_roots_gives_ids_of_their_own() throws IOException {
    put("one/a.md", "# 甲\n\n一。\n");
    put("two/a.md", "# 甲\n\n二。\n");

    KnowledgeBase base = KnowledgeBase.load(List.of(folder.resolve("one"), folder.resolve("two")));

    assertThat(base.entries()).extracting(Entry::id).containsExactly("a.md#甲", "a.md#甲~2");
    assertThat(base.chunksOf("a.md#甲~2")).extracting(Chunk::text).containsExactly("二。");
    assertThat(base.chunks()).extracting(Chunk::id).containsExactly("a.md#甲/0", "a.md#甲~2/0");
  }

  @Test
  void a_file_under_two_roots_is_read_once() throws IOException {
    Path file = put("one/a.md", "# 甲\n\n一。\n");

    KnowledgeBase base = KnowledgeBase.load(List.of(folder, folder.resolve("one"), file));

    assertThat(base.entries()).extracting(Entry::id).containsExactly("one/a.md#甲");
  }

  @Test
  void a_missing_root_is_named() {
    Path missing = folder.resolve("没有");

    assertThatThrownBy(() -> KnowledgeBase.load(List.of(missing)))
        .isInstanceOf(BadInput.class)
        .hasMessage("no such file or folder: " + missing + "; give the path of your documents");
  }

  @Test
  void survives_loops_of_links_and_broken_links() throws IOException {
    put("a/a.md", "# 甲\n\n文。\n");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("b.md"), folder.resolve("a/a.md"));
    Files.createSymbolicLink(folder.resolve("c.md"), folder.resolve("none.md"));

    KnowledgeBase base = load();

    assertThat(base.entries()).hasSize(1);
    assertThat(base.skipped())
        .containsExactly(
            new SkippedFile(
                "c.md", "is a link to a file that does not exist, or was removed while reading"));
  }

  @Test
  void passes_over_hidden_files_and_other_kinds() throws IOException {
    put(".git/a.md", "# 甲\n\n文。\n");
    put(".b.md", "# 甲\n\n文。\n");
    put("c.py", "# 甲\n\n文。\n");

    assertThat(load().entries()).isEmpty();
    assertThat(load().skipped()).isEmpty();
  }

  @Test
  void a_named_file_of_another_kind_is_reported() throws IOException {
    Path file = put("a.py", "x = 1");

    assertThat(KnowledgeBase.load(List.of(file)).skipped())
        .containsExactly(
            new SkippedFile(
                "a.py", "is of a kind that is not read here; use md, txt, html, pdf or docx"));
  }

  @Test
  void the_glossary_is_no_document() throws IOException {
    put("glossary.md", "| 残差 | residual | – | 加回 | a-01 |\n");

    assertThat(load().entries()).isEmpty();
    assertThat(load().glossary()).extracting(GlossaryRow::entryId).containsExactly("a-01");
  }

  @Test
  void a_file_that_cannot_be_used_stops_nothing() throws IOException {
    put("empty.md", "");
    put("blank.md", " \n\n");
    put("binary.md", new byte[] {0, 1, 2, 3, 0, 0, 0});
    put("pictures.md", "![](a.png)\n");
    put("broken.pdf", "%PDF-1.7 no");
    put("gbk.txt", "问：什么是 LoRA？\n答：低秩适配的意思。\n".getBytes(Charset.forName("GB18030")));
    put("utf16.txt", "问：什么是 LoRA？\n答：低秩适配的意思。\n".getBytes(StandardCharsets.UTF_16LE));
    put("名 字 🎉.md", "# 甲\n\n文。\n");

    KnowledgeBase base = load();

    assertThat(base.entries())
        .extracting(Entry::question)
        .containsExactly("什么是 LoRA？", "什么是 LoRA？", "甲");
    assertThat(base.skipped())
        .extracting(SkippedFile::file, SkippedFile::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "binary.md", "is not text (it holds zero bytes); remove it or convert it"),
            org.assertj.core.groups.Tuple.tuple("blank.md", "is empty"),
            org.assertj.core.groups.Tuple.tuple(
                "broken.pdf", "is not a PDF that can be read; it may be damaged"),
            org.assertj.core.groups.Tuple.tuple("empty.md", "is empty"),
            org.assertj.core.groups.Tuple.tuple("pictures.md", "holds no text to answer from"));
  }

  @Test
  void a_file_of_fifty_megabytes_is_not_read() throws IOException {
    byte[] line = "这一行是用来填充的文字。\n".getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(folder.resolve("big.md"))) {
      for (long size = 0; size < 50L * 1024 * 1024; size += line.length) {
        out.write(line);
      }
    }

    assertThat(load().skipped())
        .containsExactly(new SkippedFile("big.md", "is larger than 20 MB; split it"));
  }

  @Test
  void a_file_that_may_not_be_read_is_reported() throws IOException {
    assumeTrue(
        !"root".equals(System.getProperty("user.name")), "skipped: root may read everything");
    Path file = put("a.md", "# 甲\n\n文。\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

    assertThat(load().skipped())
        .containsExactly(new SkippedFile("a.md", "cannot be read: permission denied"));
  }

  @Test
  void a_parser_of_the_callers_gets_name_and_bytes() throws IOException {
    put("a.md", "# 甲\n\n文。\n");
    List<String> asked = new ArrayList<>();

    KnowledgeBase.load(
        List.of(folder),
        (file, bytes) -> {
          asked.add(file + " " + bytes.length);
          return DocumentReader.read(file, bytes);
        });

    assertThat(asked).containsExactly("a.md " + Files.size(folder.resolve("a.md")));
  }
}
