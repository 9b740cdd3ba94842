package dev.bagu.knowledge;

/**
 * The smallest unit that chunks are packed from: a sentence, a list item, a code block.
 *
 * @param kind of the block it comes from
 * @param start offset of its first character in the part
 * @param end offset after its last character
 * @param afterGap whether an advertisement or comment stands before it, which no chunk spans
 * @param leadsIn whether it ends in a colon
 */
record Piece(Block.Kind kind, int start, int end, boolean afterGap, boolean leadsIn) {}
