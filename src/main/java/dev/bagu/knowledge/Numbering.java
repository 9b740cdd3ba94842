package dev.bagu.knowledge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number or label that a heading or question carries.
 *
 * <p>Example: {@code 3.10 MLM 任务} carries {@code 3.10}, {@code **1-1** QA: 请问} carries {@code 1-1
 * QA:}, {@code 2.5D 张量并行} carries none.
 *
 * @param kind how the number is written
 * @param value the last number; 0 where there is none
 * @param length characters up to the text
 */
record Numbering(Kind kind, int value, int length) {
  /** The ways to number. */
  enum Kind {
    /** {@code 1.}, {@code 1、}, {@code 1)}, {@code 1.2}, {@code 1 }. */
    DIGITS,
    /** {@code (1)}, {@code （一）}. */
    BRACKETS,
    /** {@code 一、}. */
    HAN,
    /** {@code Q:}, {@code Q1.}, {@code 问：}, {@code 问题1：}. */
    LABEL
  }

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:QA|Q|问|问题|提问|面试题|题目|(?i:question))\\s*(\\d{1,3})?\\s*(?:\\*\\*)?[:：](?:\\*\\*)?\\s*"
              + "|^(?:Q|问题|面试题|题目|(?i:question))\\s*(\\d{1,3})\\s*(?:\\*\\*)?[.、．)）]?(?:\\*\\*)?\\s*(?![\\d.])");
  private static final Pattern DIGITS =
      Pattern.compile("^(?:\\d{1,3}[.-]){0,3}(\\d{1,3})(?:[.、．)）]\\s*(?!\\d)|\\s+(?=\\S))");
  private static final Pattern BRACKETS =
      Pattern.compile("^[(（【]\\s*(?:(\\d{1,3})|[一二三四五六七八九十]{1,3})\\s*[)）】]\\s*");
  private static final Pattern HAN =
      Pattern.compile("^(?:[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十\\d]{1,3}[题问章节部分步]{1,2}[:：、.]?)\\s*");

  /** The numbering at the start of a text without list or emphasis marks; empty where none. */
  static Optional<Numbering> of(String text) {
    Matcher label = LABEL.matcher(text);
    if (label.find()) {
      String number = label.group(1) != null ? label.group(1) : label.group(2);
      return Optional.of(new Numbering(Kind.LABEL, value(number), label.end()));
    }
    Matcher digits = DIGITS.matcher(text);
    if (digits.find()) {
      return Optional.of(new Numbering(Kind.DIGITS, value(digits.group(1)), digits.end()));
    }
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.find()) {
      return Optional.of(new Numbering(Kind.BRACKETS, value(brackets.group(1)), brackets.end()));
    }
    Matcher han = HAN.matcher(text);
    return han.find() ? Optional.of(new Numbering(Kind.HAN, 0, han.end())) : Optional.empty();
  }

  /** The text without its numbers and labels; unchanged where nothing would remain. */
  static String without(String text) {
    String rest = text.strip();
    for (int i = 0; i < 2; i++) {
      Optional<Numbering> numbering = of(rest);
      if (numbering.isEmpty() || numbering.get().length() >= rest.length()) {
        return rest;
      }
      rest = rest.substring(numbering.get().length()).strip();
    }
    return rest;
  }

  private static int value(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
