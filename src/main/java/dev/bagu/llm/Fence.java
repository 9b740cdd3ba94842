package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wraps text that nobody vouches for (documents, drafts, questions) so that a prompt can say where
 * it begins and ends, and the text itself cannot.
 *
 * <p>Example: {@code <<DATA evidence 9f2c61d04b7a}, the text, {@code <</DATA 9f2c61d04b7a>>}. The
 * boundary is derived from the text: the same text gives the same prompt, and a text that holds its
 * own boundary would have to hold a part of its own SHA-256. Lines that imitate a fence of any
 * boundary have their angle brackets replaced by {@code ‹} and {@code ›}; all other lines stay as
 * they are, character for character.
 */
public final class Fence {
  private static final int BOUNDARY_DIGITS = 12;
  private static final Pattern IMITATION =
      Pattern.compile("<\\s*<\\s*/?\\s*DATA|DATA\\b.*>\\s*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]");
  private static final Pattern LINE = Pattern.compile("[^\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]+");
  private static final String OPENING = "<＜〈《«﹤";
  private static final String CLOSING = ">＞〉》»﹥";

  private Fence() {}

  /**
   * The text within its fence.
   *
   * @param label what it is, in letters, digits, {@code _} and {@code -}: "evidence", "draft"
   */
  public static String around(String label, String text) {
    if (!label.matches("[\\w-]{1,40}")) {
      throw new IllegalArgumentException(
          "illegal label: " + label + ", must be 1 to 40 letters, digits, _ or -");
    }
    String boundary = boundary(label + "\n" + text);
    return "<<DATA "
        + label
        + " "
        + boundary
        + ">>\n"
        + neutralised(text)
        + "\n<</DATA "
        + boundary
        + ">>";
  }

  private static String neutralised(String text) {
    return LINE.matcher(text)
        .replaceAll(line -> Matcher.quoteReplacement(neutralisedLine(line.group())));
  }

  private static String neutralisedLine(String line) {
    String seen =
        INVISIBLE
            .matcher(Normalizer.normalize(line, Normalizer.Form.NFKD))
            .replaceAll("")
            .replaceAll("[" + OPENING + "]", "<")
            .replaceAll("[" + CLOSING + "]", ">");
    if (!IMITATION.matcher(seen).find()) {
      return line;
    }
    return line.replaceAll("[" + OPENING + "]", "‹").replaceAll("[" + CLOSING + "]", "›");
  }

  private static String boundary(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, BOUNDARY_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
