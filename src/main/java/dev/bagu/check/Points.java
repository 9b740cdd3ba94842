package dev.bagu.check;

import dev.bagu.check.Statement.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The key points of an entry: those that it lists, or, where it lists none, the sentences of its
 * text that say most of what the rest says (highest mean cosine to the other sentences).
 */
final class Points {
  /** Most key points that are derived. */
  private static final int DERIVED = 6;

  /** A sentence shorter than this, in letters, is no key point. */
  private static final int SHORTEST = 12;

  /** Two sentences nearer than this say the same. */
  private static final double ALIKE = 0.86;

  private Points() {}

  /** The key points, in the order of the source; empty for an entry that says nothing. */
  static List<Statement> of(List<Statement> statements) {
    List<Statement> listed =
        statements.stream().filter(each -> each.origin() == Origin.KEY_POINT).toList();
    return listed.isEmpty() ? derived(statements) : listed;
  }

  private static List<Statement> derived(List<Statement> statements) {
    List<Statement> body =
        statements.stream()
            .filter(each -> each.origin() == Origin.BODY)
            .filter(each -> letters(each.reading().text()) >= SHORTEST)
            .toList();
    List<Statement> chosen = new ArrayList<>();
    List<Statement> central =
        body.stream()
            .sorted(Comparator.comparingDouble((Statement each) -> -centrality(each, body)))
            .toList();
    for (Statement each : central) {
      boolean said = chosen.stream().anyMatch(other -> cosine(each, other) >= ALIKE);
      if (chosen.size() < DERIVED && !said) {
        chosen.add(each);
      }
    }
    return body.stream().filter(chosen::contains).toList();
  }

  private static double centrality(Statement of, List<Statement> body) {
    return body.stream().mapToDouble(other -> cosine(of, other)).average().orElse(0);
  }

  static double cosine(Statement a, Statement b) {
    return Alignment.dot(a.reading().encoding().pooled(), b.reading().encoding().pooled());
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
