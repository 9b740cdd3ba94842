package dev.bagu.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words that exclude each other: opposites (增大 / 减小, encoder / decoder) and members of one class
 * (OpenAI / Google, FP16 / BF16).
 *
 * <p>The file {@code contrasts.tsv} is the project's own; a row is a kind ({@code opposite} or
 * {@code alternative}) and two or more members, each with its synonyms: {@code
 * 单向|unidirectional<TAB>双向|bidirectional}. Loaded when the first draft is checked.
 */
final class Contrasts {
  /** A single Chinese character is a word of its own after one of these; else it is part of one. */
  private static final String BEFORE_ONE = "更最越很太变较还按先得也就反比偏稍略，。；、 （(";

  private static final Contrasts ALL = load();

  private final Map<String, List<Member>> words = new HashMap<>(1 << 13);
  private int longest;

  /** A word's place: the family it stands in and which member of it. */
  private record Member(int family, int member, boolean opposite) {}

  /**
   * A word of a text that stands in a family.
   *
   * @param family number of the family
   * @param member number of the member within it
   * @param opposite whether the family is a pair of opposites
   * @param start offset in the text
   * @param end offset after the word
   */
  record Mention(int family, int member, boolean opposite, int start, int end) {}

  private Contrasts() {}

  /**
   * All mentions in a text, longest words first at each place: 前馈 is not 前. A word that stands in
   * several families gives one mention each.
   */
  static List<Mention> in(String text) {
    return ALL.mentions(text.toLowerCase(Locale.ROOT));
  }

  private List<Mention> mentions(String text) {
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int taken = 0;
      for (int n = Math.min(longest, text.length() - i); n >= 1 && taken == 0; n--) {
        List<Member> members = words.get(text.substring(i, i + n));
        if (members != null && whole(text, i, i + n)) {
          for (Member each : members) {
            found.add(new Mention(each.family(), each.member(), each.opposite(), i, i + n));
          }
          taken = n;
        }
      }
      i += Math.max(1, taken);
    }
    return found;
  }

  /** Whether a Latin word is not cut out of a longer one. */
  private static boolean whole(String text, int start, int end) {
    if (end - start == 1 && text.charAt(start) > 0x2E7F) {
      return start > 0 && BEFORE_ONE.indexOf(text.charAt(start - 1)) >= 0;
    }
    boolean before = start == 0 || !latin(text.charAt(start - 1)) || !latin(text.charAt(start));
    boolean after =
        end == text.length() || !latin(text.charAt(end - 1)) || !latin(text.charAt(end));
    return before && after;
  }

  private static boolean latin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  private static Contrasts load() {
    Contrasts contrasts = new Contrasts();
    try (InputStream in = Contrasts.class.getResourceAsStream("contrasts.tsv")) {
      if (in == null) {
        throw new IllegalStateException("contrasts.tsv is not on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int family = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        for (int member = 1; member < cells.length; member++) {
          for (String word : cells[member].split("\\|", -1)) {
            contrasts.add(
                word.strip().toLowerCase(Locale.ROOT),
                new Member(family, member, cells[0].equals("opposite")));
          }
        }
        family++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contrasts;
  }

  private void add(String word, Member member) {
    if (!word.isEmpty()) {
      words.computeIfAbsent(word, any -> new ArrayList<>()).add(member);
      longest = Math.max(longest, word.length());
    }
  }
}
