package dev.bagu.knowledge;

/**
 * A known wrong belief with its right version.
 *
 * <p>Example: {@code “LoRA 推理会变慢” → 合并后没有额外延迟}.
 *
 * @param wrong the belief, without its quotation marks
 * @param right the right version
 * @param line where it stands, 1-based
 */
public record Mistake(String wrong, String right, int line) {}
