package dev.bagu.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One injection: text that tries to give orders where only data should stand.
 *
 * @param number its place in the file, from 1
 * @param place document, page, question, refused (a question that must stay refused), conversation
 *     or draft
 * @param kind what it tries
 * @param text the attack as the program gets it
 * @param echo what a model says that falls for it
 */
public record Attack(int number, String place, String kind, String text, String echo) {
  private static final Path FILE = Path.of("src/test/resources/golden/injections.tsv");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(n|u([0-9a-f]{4})|U([0-9a-f]{8}))");

  /** The attacks that come in one of some places, in the order of the file. */
  public static List<Attack> in(String... places) {
    return all().stream().filter(each -> Set.of(places).contains(each.place)).toList();
  }

  /** All attacks. */
  public static List<Attack> all() {
    List<Attack> attacks = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FILE, UTF_8)) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          attacks.add(
              new Attack(
                  attacks.size() + 1,
                  cells[0],
                  cells[1],
                  unescaped(cells[3]),
                  unescaped(cells[4])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return attacks;
  }

  private static String unescaped(String cell) {
    return ESCAPE
        .matcher(cell)
        .replaceAll(
            found -> {
              String hex = found.group(2) == null ? found.group(3) : found.group(2);
              return hex == null ? "\n" : Character.toString(Integer.parseInt(hex, 16));
            });
  }

  @Override
  public String toString() {
    return number + " " + place + " " + kind;
  }
}
