package dev.bagu.cli.terminal;

import org.jspecify.annotations.Nullable;

/**
 * Reads LaTeX piece by piece: command names, groups in braces, arguments.
 *
 * <p>Example: on {@code \frac{a}2}, {@link #name()} is {@code frac}, and two calls of {@link
 * #argument()} give {@code a} and {@code 2}.
 */
final class LatexReader {
  private final String source;
  private int at;

  LatexReader(String source) {
    this.source = source;
  }

  /** Whether something is left. */
  boolean hasNext() {
    return at < source.length();
  }

  /** The next character; 0 at the end. */
  char peek() {
    return hasNext() ? source.charAt(at) : 0;
  }

  /** The next character of any plane, reading past it. */
  String next() {
    int start = at;
    at += Character.charCount(source.codePointAt(at));
    return source.substring(start, at);
  }

  /** How much is read. */
  int position() {
    return at;
  }

  /** Goes on at another position. */
  void goTo(int position) {
    at = position;
  }

  /** The source from a position up to here. */
  String since(int start) {
    return source.substring(start, at);
  }

  /** Reads past white space. */
  void skipSpaces() {
    while (hasNext() && Character.isWhitespace(peek())) {
      at++;
    }
  }

  /** Reads a command's name, from its backslash on; a lone backslash has the name "\". */
  String name() {
    int start = ++at;
    while (at < source.length() && isAsciiLetter(source.charAt(at))) {
      at++;
    }
    if (at == start) {
      at = Math.min(source.length(), at + 1);
    } else if (at < source.length() && source.charAt(at) == '*') {
      at += source.startsWith("operatorname", start) ? 1 : 0;
    }
    return at > start ? source.substring(start, at) : " ";
  }

  /** The next argument as source: a group, a command, or one character; empty at the end. */
  String argument() {
    skipSpaces();
    if (at >= source.length()) {
      return "";
    }
    String group = group();
    if (group != null) {
      return group;
    }
    int start = at;
    if (source.charAt(at) == '\\') {
      String name = name();
      boolean takes = LatexSymbols.sign(name) == null && at < source.length();
      return source.substring(start, at) + (takes ? verbatimGroups() : "");
    }
    at += Character.charCount(source.codePointAt(at));
    return source.substring(start, at);
  }

  /** The groups that begin here, with their braces. */
  private String verbatimGroups() {
    int start = at;
    while (group() != null) {}
    return source.substring(start, at);
  }

  /** The content of a group in braces that begins here, reading past it; null when none does. */
  @Nullable String group() {
    if (at >= source.length() || source.charAt(at) != '{') {
      return null;
    }
    int open = 0;
    for (int i = at; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open++;
      } else if (c == '}' && --open == 0) {
        String content = source.substring(at + 1, i);
        at = i + 1;
        return content;
      }
    }
    return null;
  }

  /** The content of brackets that begin here, reading past them; null when none do. */
  @Nullable String optional() {
    int end = at < source.length() && source.charAt(at) == '[' ? source.indexOf(']', at) : -1;
    if (end < 0) {
      return null;
    }
    String content = source.substring(at + 1, end);
    at = end + 1;
    return content;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
