package dev.bagu.cli.terminal;

/**
 * Superscripts and subscripts as Unicode has them, else as {@code ^(…)} and {@code _(…)}.
 *
 * <p>Examples: {@code x^2} gives x², {@code x_{t-1}} gives xₜ₋₁, {@code W_q} stays W_q (there is no
 * subscript q), {@code d_{model}} gives d_model, {@code R^{d×k}} gives R^(d×k). Words of three and
 * more letters are not turned into subscripts, which would be hard to read.
 */
final class Scripts {
  private static final String SUPER_FROM = "0123456789+-−=()abcdefghijklmnoprstuvwxyzT⊤′";
  private static final String SUPER_TO = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵀ′";
  private static final String SUB_FROM = "0123456789+-−=()aehijklmnoprstuvx";
  private static final String SUB_TO = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

  private Scripts() {}

  /** The content as a script of what stands before it; {@code mark} is {@code ^} or {@code _}. */
  static String of(char mark, String content) {
    String text = content.strip();
    if (text.isEmpty()) {
      return String.valueOf(mark) + "{}";
    }
    String tight = text.indexOf(' ') < 0 || !isNarrow(text) ? text : text.replace(" ", "");
    boolean word = tight.length() > 2 && tight.chars().allMatch(Character::isLetter);
    String small = mark == '^' ? map(tight, SUPER_FROM, SUPER_TO) : map(tight, SUB_FROM, SUB_TO);
    if (!small.isEmpty() && !word) {
      return small;
    }
    boolean bare =
        tight.codePointCount(0, tight.length()) == 1
            || tight.codePoints().allMatch(Character::isLetterOrDigit);
    return bare ? mark + tight : mark + "(" + tight + ")";
  }

  /** Whether spaces may go: around signs, but not between two words. */
  private static boolean isNarrow(String text) {
    for (int i = text.indexOf(' '); i > 0; i = text.indexOf(' ', i + 1)) {
      boolean left = Character.isLetterOrDigit(text.charAt(i - 1));
      boolean right = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
      if (left && right) {
        return false;
      }
    }
    return true;
  }

  /** The text character by character from one alphabet to the other; empty when one is missing. */
  private static String map(String text, String from, String to) {
    StringBuilder mapped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int at = from.indexOf(text.charAt(i));
      if (at < 0) {
        return "";
      }
      mapped.append(to.charAt(at));
    }
    return mapped.toString();
  }
}
