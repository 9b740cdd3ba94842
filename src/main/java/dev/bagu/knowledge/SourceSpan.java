package dev.bagu.knowledge;

import java.util.List;

/**
 * Where a text stands: what a citation resolves to.
 *
 * <p>Example: {@code 14-peft.md, "LoRA 的思路是什么？", lines 120 to 171}.
 *
 * @param file path relative to its knowledge folder, with {@code /} between its parts
 * @param heading the nearest heading's text as it stands in the file, without {@code #}; empty
 *     before the first one
 * @param headingPath the headings from the outermost to {@code heading}, as they stand; empty
 *     before the first one
 * @param startLine first line, 1-based, inclusive
 * @param endLine last line, 1-based, inclusive
 */
public record SourceSpan(
    String file, String heading, List<String> headingPath, int startLine, int endLine) {

  /** Checks the lines and copies the path. */
  public SourceSpan {
    headingPath = List.copyOf(headingPath);
    if (startLine < 1 || endLine < startLine) {
      throw new IllegalArgumentException(
          "illegal lines: " + startLine + "-" + endLine + ", must be 1 <= start <= end");
    }
  }

  /** The same place narrowed to other lines. */
  public SourceSpan lines(int start, int end) {
    return new SourceSpan(file, heading, headingPath, start, end);
  }
}
