package dev.bagu.cli;

import dev.bagu.answer.Citation;
import dev.bagu.cli.terminal.Messages;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.knowledge.SourceSpan;

/** Where something stands, in words: {@code 05-peft.md › LoRA 的思路是什么？, line 313}. */
final class Places {
  private Places() {}

  /** File, heading and lines. */
  static String of(SourceSpan span, Messages messages) {
    return of(span.file(), Json.heading(span), span.startLine(), span.endLine(), messages);
  }

  /** File, heading and lines, 1-based and inclusive. */
  static String of(String file, String heading, int start, int end, Messages messages) {
    String lines =
        start == end
            ? messages.text("common.line", start)
            : messages.text("common.lines", start, end);
    return messages.text("common.place", Sanitizer.line(file), Sanitizer.line(heading), lines);
  }

  /** Where a citation points to, behind its mark. */
  static String of(Citation citation, Messages messages) {
    return "[" + citation.n() + "] " + of(citation.span(), messages);
  }
}
