package dev.bagu.cli.terminal;

import java.util.Optional;
import java.util.SplittableRandom;

/** Random texts as nobody should send them, and what must never come out of them. */
final class Hostile {
  private static final String[] PIECES = {
    "\u001b",
    "[",
    "]",
    "31m",
    "\u009b",
    "\u0007",
    "\r",
    "\n",
    "\n\n",
    "\t",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ud83d",
    "\ude80",
    "\udb40\udc41",
    "\ufeff",
    "&#27;",
    "&#x202e;",
    "&#x9b;",
    "&#10;",
    "a",
    "中",
    "，",
    "（",
    "$",
    "$$",
    "`",
    "```",
    "*",
    "**",
    "_",
    "|",
    "|---|\n",
    "#",
    "# ",
    "> ",
    "- ",
    "1. ",
    "<",
    "<!--",
    "-->",
    "<br>",
    "[x](",
    ")",
    "![",
    "\\",
    "\\(",
    "\\)",
    "\\frac{",
    "}",
    "{",
    "^",
    "\\begin{a}",
    "\\end{a}",
    "\\\\",
    "&",
    " ",
    "    ",
    "---\n",
    "===\n",
    "http://x.y"
  };

  private Hostile() {}

  static String text(SplittableRandom random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** The first code point that must not reach a terminal, in hexadecimal. */
  static Optional<String> firstControl(String text) {
    return text.codePoints().filter(Hostile::isBad).mapToObj(Integer::toHexString).findFirst();
  }

  private static boolean isBad(int code) {
    int type = Character.getType(code);
    return (type == Character.CONTROL && code != '\n' && code != '\t')
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
