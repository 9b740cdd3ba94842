package dev.bagu.cli.terminal;

/**
 * Fractions on one line, with parentheses where they change nothing but the reading.
 *
 * <p>Examples: {@code 1/n}, {@code QKᵀ/√dₖ}, {@code (a + b)/2}, {@code 1/(2n)}, {@code p(x)/q(x)}.
 */
final class Fractions {
  private Fractions() {}

  /** {@code over/under}; both are text already. */
  static String of(String over, String under) {
    String top = isSum(over) || over.isEmpty() ? "(" + over + ")" : over;
    return top + "/" + factor(under);
  }

  /** The text as it stands when it reads as one factor, else in parentheses. */
  static String factor(String text) {
    return isFactor(text) ? text : "(" + text + ")";
  }

  /** Whether something outside parentheses binds less than a product. */
  private static boolean isSum(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += "([{⟨".indexOf(c) >= 0 ? 1 : ")]}⟩".indexOf(c) >= 0 ? -1 : 0;
      if (open == 0 && "+-−±=<>≤≥≈,;∑∏|/\n".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** One letter or number with its scripts and arguments: {@code dₖ}, {@code 128}, {@code q(x)}. */
  private static boolean isFactor(String text) {
    int i = !text.isEmpty() && "√∂".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    int start = i;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    if (i == start && i < text.length() && Character.isLetter(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    if (i == start && !(text.startsWith("(", i) || text.startsWith("‖", i))) {
      return false;
    }
    while (i < text.length() && isScript(text.codePointAt(i))) {
      i++;
    }
    if (i < text.length() && text.charAt(i) == '_') {
      i++;
      while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
    }
    return i == text.length() || (text.charAt(i) == '(' && closing(text, i) == text.length() - 1);
  }

  private static boolean isScript(int code) {
    int type = Character.getType(code);
    return type == Character.MODIFIER_LETTER
        || type == Character.OTHER_NUMBER
        || type == Character.NON_SPACING_MARK
        || (code >= 0x2070 && code <= 0x209c)
        || code == '\'';
  }

  private static int closing(String text, int from) {
    int open = 0;
    for (int i = from; i < text.length(); i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return -1;
  }
}
