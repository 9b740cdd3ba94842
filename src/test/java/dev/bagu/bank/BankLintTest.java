package dev.bagu.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bagu.index.Wordings;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.FollowUp;
import dev.bagu.knowledge.GlossaryRow;
import dev.bagu.knowledge.KeyPoint;
import dev.bagu.knowledge.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The linter of the question bank: notation, lengths, formulas, references, and words of our own.
 */
class BankLintTest {
  private static final Pattern FORMULA =
      Pattern.compile("\\$\\$(.+?)\\$\\$|\\$([^$]+)\\$", Pattern.DOTALL);
  private static final Pattern REFERENCE_ID = Pattern.compile("arXiv:(\\S+)");

  @Test
  void holds_249_entries_in_17_sections() {
    Map<String, Long> perSection =
        BankText.entries().stream()
            .collect(Collectors.groupingBy(e -> e.section().id(), Collectors.counting()));

    assertThat(BankText.BASE.skipped()).isEmpty();
    assertThat(BankText.entries()).hasSize(249).allMatch(e -> e.kind() == Entry.Kind.BANK);
    assertThat(perSection).hasSize(17);
  }

  @Test
  void every_id_stands_in_its_section_and_its_file() {
    for (Entry entry : BankText.entries()) {
      assertThat(entry.id()).startsWith(entry.section().id() + "-").matches("[a-z]+-\\d\\d");
      assertThat(entry.span().file()).matches("\\d\\d-" + entry.section().id() + "\\.md");
    }
  }

  @Test
  void answers_every_question_of_the_list_in_its_words() {
    Path list = BankText.shared().resolve("question-bank.tsv");
    assumeTrue(Files.exists(list), "the question list is not here: " + list);
    Map<String, String> headings =
        BankText.entries().stream().collect(Collectors.toMap(Entry::id, Entry::question));

    List<String> rows = BankText.read(list).lines().skip(1).toList();

    assertThat(rows).hasSize(249);
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      assertThat(headings).as("entry for " + row).containsKey(cells[0]);
      String heading = BankText.letters(headings.getOrDefault(cells[0], ""));
      assertThat(heading).as(cells[0]).startsWith(BankText.letters(cells[3]));
    }
  }

  @Test
  void every_part_is_there_and_within_its_length() {
    List<String> faults = new ArrayList<>();
    for (Entry entry : BankText.entries()) {
      within(faults, entry, "一句话", BankText.han(entry.shortZh()), 18, 130);
      within(faults, entry, "In short, words", entry.shortEn().split("\\s+", -1).length, 8, 75);
      within(faults, entry, "In short, Chinese characters", BankText.han(entry.shortEn()), 0, 0);
      within(faults, entry, "answer", BankText.han(entry.answer()), 240, 700);
      within(faults, entry, "key points", entry.keyPoints().size(), 3, 6);
      within(faults, entry, "mistakes", entry.mistakes().size(), 1, 4);
      within(faults, entry, "follow-ups", entry.followUps().size(), 1, 3);
      within(faults, entry, "wordings", entry.wordings().size(), 2, 16);
      within(faults, entry, "level", entry.level(), 1, 3);
      within(
          faults,
          entry,
          "English question, words",
          entry.questionEn().split(" ", -1).length,
          3,
          30);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void the_bank_is_at_least_120_000_chinese_characters() {
    long all = BankText.entries().stream().mapToLong(e -> BankText.han(BankText.raw(e))).sum();

    assertThat(all).isGreaterThan(120_000);
  }

  @Test
  void every_key_point_is_one_checkable_sentence() {
    for (Entry entry : BankText.entries()) {
      for (KeyPoint point : entry.keyPoints()) {
        String text = point.text().replaceAll("\\$[^$]*\\$", "x");
        assertThat(text).as(entry.id()).hasSizeBetween(6, 110).doesNotContain("；", "？");
        assertThat(text.replaceAll("。$", "")).as(entry.id()).doesNotContain("。");
      }
    }
  }

  @Test
  void every_mistake_has_a_wrong_and_a_right_version() {
    for (Entry entry : BankText.entries()) {
      for (Mistake mistake : entry.mistakes()) {
        assertThat(mistake.wrong()).as(entry.id()).isNotBlank().doesNotContain("→");
        assertThat(mistake.right()).as(entry.id()).hasSizeGreaterThan(3);
        assertThat(BankText.letters(mistake.wrong()))
            .isNotEqualTo(BankText.letters(mistake.right()));
      }
    }
  }

  @Test
  void follow_ups_resolve_to_another_entry() {
    Set<String> ids = BankText.entries().stream().map(Entry::id).collect(Collectors.toSet());
    for (Entry entry : BankText.entries()) {
      for (FollowUp next : entry.followUps()) {
        assertThat(next.question()).as(entry.id()).endsWith("？");
        if (!next.entryId().isEmpty()) {
          assertThat(ids).as(entry.id()).contains(next.entryId());
          assertThat(next.entryId()).isNotEqualTo(entry.id());
        }
      }
    }
  }

  @Test
  void formulas_balance() {
    List<String> faults = new ArrayList<>();
    for (Entry entry : BankText.entries()) {
      String text = BankText.raw(entry).replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
      if (text.replace("\\$", "").chars().filter(c -> c == '$').count() % 2 != 0) {
        faults.add(entry.id() + ": odd number of $");
      }
      Matcher formulas = FORMULA.matcher(text.replace("\\$", ""));
      while (formulas.find()) {
        String formula = formulas.group();
        int open = count(formula, "{") - count(formula, "\\{");
        int close = count(formula, "}") - count(formula, "\\}");
        int left = count(formula, "\\left") - count(formula, "\\leftarrow");
        int right = count(formula, "\\right") - count(formula, "\\rightarrow");
        if (open != close || left != right || formula.contains("\n\n")) {
          faults.add(entry.id() + ": " + formula);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void references_name_a_year_or_a_page() {
    for (Entry entry : BankText.entries()) {
      assertThat(entry.references()).as(entry.id()).isNotBlank();
      for (String reference : entry.references().split("; ", -1)) {
        assertThat(reference).as(entry.id()).containsPattern("(19|20)\\d\\d|https://");
        Matcher ids = REFERENCE_ID.matcher(reference);
        while (ids.find()) {
          assertThat(ids.group(1)).matches("\\d{4}\\.\\d{4,5}[.,。)]?|[a-z-]+/\\d{7}");
        }
      }
    }
  }

  @Test
  void no_wording_belongs_to_two_entries() {
    Map<String, String> owners = new HashMap<>();
    List<String> faults = new ArrayList<>();
    for (Entry entry : BankText.entries()) {
      for (String wording : Wordings.of(entry)) {
        String owner = owners.putIfAbsent(Wordings.key(wording), entry.id());
        if (owner != null && !owner.equals(entry.id())) {
          faults.add(wording + ": " + owner + ", " + entry.id());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void no_two_answers_are_nearly_the_same() {
    List<Entry> entries = BankText.entries();
    List<Set<String>> shingles =
        entries.stream()
            .map(e -> BankText.shingles(BankText.letters(e.shortZh() + e.answer()), 6))
            .toList();
    List<String> faults = new ArrayList<>();
    for (int a = 0; a < entries.size(); a++) {
      for (int b = a + 1; b < entries.size(); b++) {
        Set<String> both = new HashSet<>(shingles.get(a));
        both.retainAll(shingles.get(b));
        int smaller = Math.min(shingles.get(a).size(), shingles.get(b).size());
        if (both.size() > 0.18 * smaller) {
          faults.add(entries.get(a).id() + " ~ " + entries.get(b).id() + ": " + both.size());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void shares_no_sentence_with_other_peoples_texts() {
    Path shared = BankText.shared();
    assumeTrue(Files.isDirectory(shared.resolve("corpora")), "no texts to compare at " + shared);
    int length = 18;
    Set<String> foreign = new HashSet<>();
    for (String folder : List.of("corpora", "seeds")) {
      for (Path file : BankText.files(shared.resolve(folder))) {
        foreign.addAll(BankText.shingles(BankText.letters(BankText.read(file)), length));
      }
    }
    List<String> faults = new ArrayList<>();
    for (Entry entry : BankText.entries()) {
      for (String line : entry.text().replaceAll("\\$[^$]*\\$", "").split("\n", -1)) {
        BankText.shingles(BankText.letters(line), length).stream()
            .filter(shingle -> BankText.han(shingle) >= 10 && foreign.contains(shingle))
            .findFirst()
            .ifPresent(shingle -> faults.add(entry.id() + ": …" + shingle + "…"));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void the_glossary_has_400_rows_that_name_their_entries() {
    Set<String> ids = BankText.entries().stream().map(Entry::id).collect(Collectors.toSet());
    List<GlossaryRow> rows = BankText.BASE.glossary();

    assertThat(rows).hasSizeGreaterThan(400);
    for (GlossaryRow row : rows) {
      assertThat(ids).as(row.toString()).contains(row.entryId());
      assertThat(row.definition()).as(row.toString()).isNotBlank();
      assertThat(row.zh()).as(row.toString()).isNotEmpty();
      assertThat(row.en()).as(row.toString()).isNotEmpty();
    }
  }

  @Test
  void ambiguous_abbreviations_keep_each_meaning() {
    Map<String, Long> meanings =
        BankText.BASE.glossary().stream()
            .flatMap(row -> row.abbreviations().stream())
            .collect(Collectors.groupingBy(a -> a, Collectors.counting()));

    assertThat(meanings.get("PE")).isGreaterThan(1);
    assertThat(meanings.get("DP")).isGreaterThan(1);
    assertThat(meanings.get("TP")).isGreaterThan(1);
  }

  private static void within(
      List<String> faults, Entry entry, String part, long size, long least, long most) {
    if (size < least || size > most) {
      faults.add(entry.id() + " " + part + ": " + size + ", must be " + least + " to " + most);
    }
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
