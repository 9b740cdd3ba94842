package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The decoded lines of a file, each with the line number that a citation shows.
 *
 * <p>For Markdown and plain text the lines are those of the file. For HTML they are the extracted
 * lines with the numbers of the lines they stand on in the HTML file; for PDF and DOCX, which have
 * no lines of their own, they are the extracted lines numbered from 1. Immutable.
 *
 * <p>Example: {@code SourceText.of("# LoRA\n\n低秩适配")} has 3 lines; {@code number(2)} is 3.
 */
public final class SourceText {
  private final List<String> lines;
  private final int[] numbers;

  private SourceText(List<String> lines, int[] numbers) {
    this.lines = List.copyOf(lines);
    this.numbers = numbers;
  }

  /** The lines of a decoded file; line ends are {@code \n}, {@code \r\n} or {@code \r}. */
  public static SourceText of(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    int[] numbers = new int[lines.size()];
    Arrays.setAll(numbers, i -> i + 1);
    return new SourceText(lines, numbers);
  }

  /** Extracted lines with the numbers of the lines they come from; both in the same order. */
  static SourceText numbered(List<String> lines, List<Integer> numbers) {
    if (lines.size() != numbers.size()) {
      throw new IllegalArgumentException(
          "illegal numbers: " + numbers.size() + " for " + lines.size() + " lines");
    }
    return new SourceText(lines, numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  /** How many lines there are. */
  public int size() {
    return lines.size();
  }

  /** The text of a line, by its index from 0. */
  public String line(int index) {
    return lines.get(index);
  }

  /** The number of a line as a citation shows it, 1-based, by its index from 0. */
  public int number(int index) {
    return numbers[index];
  }

  /** All lines, in order. */
  public List<String> lines() {
    return lines;
  }

  /** The lines from {@code from} (inclusive) to {@code to} (exclusive), joined with {@code \n}. */
  public String join(int from, int to) {
    return String.join("\n", lines.subList(from, to));
  }

  /** Whether a line holds nothing but white space. */
  boolean blank(int index) {
    return lines.get(index).isBlank();
  }

  /** The first line at or after {@code from} that is not blank, or {@code to}. */
  int skipBlank(int from, int to) {
    int i = from;
    while (i < to && blank(i)) {
      i++;
    }
    return i;
  }

  /** The end (exclusive) without trailing blank lines, at least {@code from}. */
  int trimEnd(int from, int to) {
    int end = to;
    while (end > from && blank(end - 1)) {
      end--;
    }
    return end;
  }
}
