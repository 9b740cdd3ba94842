package dev.bagu.check;

/**
 * One checkable statement of a draft.
 *
 * <p>Example: of "LoRA 冻结原权重，只训练两个低秩矩阵。" the first claim is "LoRA 冻结原权重", characters 0 to 10.
 *
 * @param text the draft's own characters from {@code start} to {@code end}
 * @param start offset of its first character in the draft, in UTF-16 units, from 0
 * @param end offset after its last character
 */
public record Claim(String text, int start, int end) {
  /** Checks that text and offsets agree in length. */
  public Claim {
    if (start < 0 || end - start != text.length()) {
      throw new IllegalArgumentException(
          "illegal claim: " + start + "-" + end + " for " + text.length() + " characters");
    }
  }
}
