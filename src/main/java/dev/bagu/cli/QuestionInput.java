package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;

/** The question: the words after the command, or what is piped in where there are none. */
final class QuestionInput {
  /** Longest input that is read, in bytes; far more than {@code QueryAnalysis.LONGEST}. */
  private static final int LONGEST = 1 << 20;

  private QuestionInput() {}

  /**
   * The question, without white space around it.
   *
   * @throws BadInput if there is none
   */
  static String of(List<String> words, Context context) {
    boolean given = !words.isEmpty() && !words.equals(List.of("-"));
    if (!given && context.surroundings().typed()) {
      throw new BadInput(context.text("input.missing"));
    }
    String question = given ? String.join(" ", words) : piped(context.surroundings().in());
    if (question.isBlank()) {
      throw new BadInput(context.text("input.empty"));
    }
    return question.strip();
  }

  private static String piped(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(LONGEST);
      int mark = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB ? 3 : 0;
      ByteBuffer text = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
      try {
        return UTF_8.newDecoder().decode(text.duplicate()).toString();
      } catch (CharacterCodingException e) {
        // The other encoding that Chinese text is piped in.
        return Charset.forName("GB18030").decode(text).toString();
      }
    } catch (IOException e) {
      throw new BaguException("cannot read standard input: " + e.getMessage(), e);
    }
  }
}
