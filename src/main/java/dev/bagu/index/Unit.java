package dev.bagu.index;

import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One text that is embedded: a chunk behind its heading, or one wording of an entry's question.
 *
 * @param entry ordinal of its entry
 * @param model what embeds it
 * @param text what is embedded
 */
record Unit(int entry, TextModel model, String text) {

  /** The unit of a chunk. */
  static Unit of(Chunk chunk, Entry entry, int ordinal) {
    TextModel model = TextModel.of(Language.of(chunk.searchText()));
    String context = context(entry, model);
    String text = context.isEmpty() ? chunk.searchText() : context + "\n" + chunk.searchText();
    return new Unit(ordinal, model, text);
  }

  /** The unit of a wording. */
  static Unit of(String wording, int ordinal) {
    return new Unit(ordinal, TextModel.of(Language.of(wording)), wording);
  }

  /**
   * What stands before an entry's chunks: its question in their language, or its last two headings.
   */
  static String context(Entry entry, TextModel model) {
    String context;
    if (entry.isQuestion()) {
      context =
          model == TextModel.ALL_MINILM_L6 && !entry.questionEn().isEmpty()
              ? entry.questionEn()
              : entry.question();
    } else {
      List<String> path = entry.span().headingPath();
      context = String.join(" ", path.subList(Math.max(0, path.size() - 2), path.size()));
    }
    boolean foreign =
        model == TextModel.ALL_MINILM_L6 && TextModel.of(Language.of(context)) != model;
    return foreign ? "" : Wordings.plain(context);
  }

  /** What tells whether a vector made earlier, perhaps for another folder, is this text's. */
  String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(model.name().getBytes(StandardCharsets.UTF_8));
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
