package dev.bagu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.check.DraftChecker;
import dev.bagu.check.Verdict;
import dev.bagu.evaluation.CheckEvaluation;
import dev.bagu.evaluation.CheckFigures;
import dev.bagu.evaluation.CheckRun;
import dev.bagu.evaluation.ClaimFile;
import dev.bagu.evaluation.DraftCase;
import dev.bagu.evaluation.DraftFile;
import dev.bagu.knowledge.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bank's own labelled drafts. */
class GoldenDraftsTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final List<DraftCase> DRAFTS = DraftFile.read(GOLDEN.resolve("drafts.jsonl"));

  @Test
  void there_are_drafts_enough_with_claims_of_every_verdict_on_entries_that_there_are() {
    Set<String> ids = BankText.entries().stream().map(Entry::id).collect(Collectors.toSet());

    assertThat(DRAFTS).hasSizeGreaterThanOrEqualTo(60);
    assertThat(DRAFTS.stream().mapToInt(each -> each.claims().size()).sum())
        .isGreaterThanOrEqualTo(350);
    assertThat(DRAFTS).extracting(DraftCase::id).doesNotHaveDuplicates();
    for (DraftCase draft : DRAFTS) {
      assertThat(ids).as(draft.id()).contains(draft.entry());
    }
    for (Verdict verdict : Verdict.values()) {
      assertThat(DRAFTS.stream().flatMap(each -> each.claims().stream()))
          .filteredOn(claim -> claim.label() == verdict)
          .hasSizeGreaterThan(60);
    }
  }

  @Test
  void single_claims_stand_on_entries_that_there_are() {
    Set<String> ids = BankText.entries().stream().map(Entry::id).collect(Collectors.toSet());

    assertThat(ids).containsAll(ClaimFile.read(GOLDEN.resolve("claims.tsv")).keySet());
  }

  @Test
  void the_drafts_are_judged_as_measured() {
    DraftChecker checker = new DraftChecker(BankIndex.RETRIEVER, BankIndex.encoders());

    List<CheckRun> runs = new CheckEvaluation(BankIndex.RETRIEVER, checker).run(DRAFTS);
    CheckFigures.lines(runs).forEach(System.out::println);

    assertThat(CheckFigures.macroF1(runs).value()).isGreaterThanOrEqualTo(0.78);
  }
}
