package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.cli.terminal.Sanitizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page that is whole by itself: no script, nothing from elsewhere, one style that is its own. */
final class Html {
  private Html() {}

  /** A value within a line, as it may stand in an element or in a quoted attribute. */
  static String text(String text) {
    return HtmlText.escape(Sanitizer.line(text));
  }

  /**
   * The page. Its policy allows the style by its hash and nothing else.
   *
   * @param language of the page: {@code zh-CN} or {@code en}
   * @param title as text
   * @param style name of a style sheet beside this class
   * @param body as HTML
   */
  static String page(String language, String title, String style, String body) {
    String css = resource(style);
    return "<!DOCTYPE html>\n<html lang=\""
        + language
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
        + hash(css)
        + "'; base-uri 'none'; form-action 'none'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
        + text(title)
        + "</title>\n<style>"
        + css
        + "</style>\n</head>\n<body>\n<main>\n"
        + body
        + "</main>\n</body>\n</html>\n";
  }

  private static String hash(String css) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A text that ships beside the commands, with line feeds alone. */
  static String resource(String name) {
    try (InputStream in = Html.class.getResourceAsStream("/dev/bagu/cli/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource: " + name, e);
    }
  }
}
