package dev.bagu.knowledge;

/**
 * Two statements about the same fact of an entry, as people say them: one right, one wrong.
 *
 * <p>Example: "LoRA 训练时原权重不动" and "LoRA 训练时原权重也一起更新" of entry {@code peft-07}.
 *
 * @param entryId the entry that decides between them
 * @param right what the entry bears out
 * @param wrong what the entry contradicts
 * @param line where the pair stands, 1-based
 */
public record ClaimPair(String entryId, String right, String wrong, int line) {}
