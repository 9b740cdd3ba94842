package dev.bagu.check;

/** Chinese number words: 三百二十 is 320, 两万五 is 25,000, 十四 is 14. */
final class HanNumber {
  /** All characters of number words. */
  static final String CHARACTERS = "零〇一二两三四五六七八九十百千万亿";

  private static final String DIGITS = "零一二三四五六七八九";

  private HanNumber() {}

  /** The value of number words; two digits side by side (两三, 四五) give the first. */
  static double of(String han) {
    double total = 0;
    double section = 0;
    double digit = -1;
    char lastUnit = ' ';
    for (int i = 0; i < han.length(); i++) {
      char c = han.charAt(i);
      double unit = unit(c);
      if (unit == 0) {
        digit = digit < 0 && digit(c) > 0 ? digit(c) : digit; // 零 only holds a place
      } else if (unit < 1e4) {
        section += (digit < 0 ? 1 : digit) * unit;
        digit = -1;
        lastUnit = c;
      } else {
        double before = total + section + Math.max(digit, 0);
        total = (before == 0 ? 1 : before) * unit;
        section = 0;
        digit = -1;
        lastUnit = c;
      }
    }
    boolean tail = digit > 0 && "百千万亿".indexOf(lastUnit) >= 0 && han.indexOf('零') < 0;
    return total + section + Math.max(digit, 0) * (tail ? unit(lastUnit) / 10 : 1);
  }

  /** The value of one digit: 两 is 2; 0 for what is none. */
  static double digit(char c) {
    return c == '两' ? 2 : Math.max(0, DIGITS.indexOf(c));
  }

  /** 10, 100, 1,000, 10⁴ or 10⁸; 0 for a digit. */
  static double unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      case '万' -> 1e4;
      case '亿' -> 1e8;
      default -> 0;
    };
  }
}
