package dev.bagu.knowledge;

/**
 * A part of the question bank, or one file of a person's own documents.
 *
 * @param id short name that {@code --topic} takes, for example {@code peft}; for other documents
 *     the file name without its extension
 * @param title Chinese title, or the file's first heading or name
 * @param titleEn English title; the same as {@code title} where there is none
 */
public record Section(String id, String title, String titleEn) {}
