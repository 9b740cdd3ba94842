/**
 * Makes chunks searchable by meaning and by word, and keeps the result on disk.
 *
 * <p>Flow: {@code chunks -> pooled vectors + token codes + BM25 postings}, written once as a
 * generation of files and opened in place afterwards. Read {@code KnowledgeIndex} first. Ranking is
 * not done here: this room only says how near a chunk is by one signal at a time.
 */
@NullMarked
package dev.bagu.index;

import org.jspecify.annotations.NullMarked;
