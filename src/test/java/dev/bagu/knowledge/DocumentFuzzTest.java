package dev.bagu.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whatever bytes a document holds, reading it ends, throws nothing, and yields entries and chunks
 * that stand on lines of theirs.
 */
class DocumentFuzzTest {
  @FuzzTest
  void markdown(byte[] data) {
    check("notes.md", data);
  }

  @FuzzTest
  void plain_text(byte[] data) {
    check("page.txt", data);
  }

  @FuzzTest
  void web_page(byte[] data) {
    check("page.html", data);
  }

  /** Always within the front matter and the notation of the bank, its tables included. */
  @FuzzTest
  void front_matter(byte[] data) {
    String text = "---\nsection: peft\n" + new String(data, UTF_8);
    check("01-peft.md", text.getBytes(UTF_8));
    Glossary.read(SourceText.of(text));
    ClaimPairs.read(SourceText.of(text));
  }

  private static void check(String file, byte[] data) {
    ParsedFile parsed = DocumentReader.read(file, data);
    if (parsed.entries().isEmpty()) {
      assertThat(parsed.chunks()).isEmpty();
      assertThat(parsed.skipped()).isNotEmpty();
      return;
    }
    int last = lastLine(file, data);
    Set<String> ids = parsed.entries().stream().map(Entry::id).collect(Collectors.toSet());
    assertThat(ids).hasSameSizeAs(parsed.entries());
    List<SourceSpan> spans = new ArrayList<>();
    parsed.entries().forEach(entry -> spans.add(entry.span()));
    for (Chunk chunk : parsed.chunks()) {
      assertThat(ids).contains(chunk.entryId());
      assertThat(chunk.text()).isNotBlank();
      spans.add(chunk.span());
    }
    for (SourceSpan span : spans) {
      assertThat(span.startLine()).isBetween(1, span.endLine());
      assertThat(span.endLine()).isLessThanOrEqualTo(last);
    }
  }

  /** The number of the last line with text, in the file itself. */
  private static int lastLine(String file, byte[] data) {
    try {
      SourceText text = DocumentReader.outline(file, data).text();
      return IntStream.range(0, text.size()).map(text::number).max().orElse(0);
    } catch (Unreadable e) {
      throw new AssertionError("a file that was read is not readable", e);
    }
  }
}
