package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.index.KnowledgeIndex;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The sections that there are, and those that a person names. */
final class Sections {
  private Sections() {}

  /**
   * The ids of the named sections, in any letters, checked against those that there are.
   *
   * @throws BadInput for one that there is not
   */
  static Set<String> named(Collection<String> names, KnowledgeIndex index, Context context) {
    if (names.isEmpty()) {
      return Set.of();
    }
    Set<String> known = new TreeSet<>();
    for (int i = 0; i < index.entryCount(); i++) {
      known.add(index.entry(i).section().id());
    }
    Set<String> wanted = new LinkedHashSet<>();
    for (String name : names) {
      wanted.add(
          known.stream()
              .filter(
                  id -> id.toLowerCase(Locale.ROOT).equals(name.strip().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () -> new BadInput(context.text("input.topic", name, String.join(", ", known)))));
    }
    return wanted;
  }
}
