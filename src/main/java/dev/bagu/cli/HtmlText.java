package dev.bagu.cli;

import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.knowledge.Language;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Untrusted text as HTML that shows it and does nothing else, for element content and for quoted
 * attributes.
 *
 * <p>Control and reordering characters are shown escaped, as on a terminal ({@link Sanitizer}):
 * hidden in a page they mislead a reader just the same.
 */
final class HtmlText {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private HtmlText() {}

  /** The text with everything escaped that HTML gives a meaning; line feeds stay. */
  static String escape(String text) {
    String clean = Sanitizer.clean(text);
    StringBuilder out = new StringBuilder(clean.length() + 16);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** The language of a text as an attribute, so that fonts and voices fit: {@code lang="zh-CN"}. */
  static String lang(String text) {
    return Language.of(text) == Language.EN ? "lang=\"en\"" : "lang=\"zh-CN\"";
  }

  /**
   * A template with every {@code {{name}}} replaced by its value, in one pass: a value that looks
   * like a placeholder stays.
   *
   * @throws IllegalArgumentException for a placeholder without a value
   */
  static String fill(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                throw new IllegalArgumentException("illegal placeholder: " + found.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
