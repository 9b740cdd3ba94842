package dev.bagu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.check.CheckReport;
import dev.bagu.check.CheckRequest;
import dev.bagu.check.DraftChecker;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.Verdict;
import dev.bagu.knowledge.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drafts made from the bank's own answers: as they stand, and with their statements made false. */
class BankCheckTest {
  /**
   * Every which entry is checked, so that a build stays quick; {@code -Dbagu.every=1} for all of
   * them, some minutes.
   */
  private static final int EVERY = Integer.getInteger("bagu.every", 12);

  private static final DraftChecker CHECKER =
      new DraftChecker(BankIndex.RETRIEVER, BankIndex.encoders());

  private static final Map<Integer, CheckReport> FAITHFUL = new LinkedHashMap<>();

  /** A way to make a true statement false. */
  private enum Kind {
    NUMBER,
    NEGATION,
    SWAP;

    Optional<String> change(String claim) {
      return switch (this) {
        case NUMBER -> FalseClaims.otherNumber(claim);
        case NEGATION -> FalseClaims.denied(claim);
        case SWAP -> FalseClaims.swapped(claim);
      };
    }
  }

  @BeforeAll
  static void checks_each_stored_answer_as_a_draft() {
    IntStream.range(0, BankIndex.INDEX.entryCount())
        .filter(ordinal -> BankIndex.INDEX.entry(ordinal).kind() == Entry.Kind.BANK)
        .filter(ordinal -> ordinal % EVERY == 0)
        .forEach(
            ordinal -> {
              Entry entry = BankIndex.INDEX.entry(ordinal);
              CheckRequest request = new CheckRequest(entry.question(), ordinal, entry.answer());
              FAITHFUL.put(ordinal, CHECKER.check(request));
            });
  }

  @Test
  void the_stored_answer_is_supported_and_makes_every_point() {
    int claims = 0;
    int supported = 0;
    List<String> failing = new ArrayList<>();
    List<String> low = new ArrayList<>();
    for (CheckReport report : FAITHFUL.values()) {
      List<String> faults = faults(report);
      claims += report.judgements().size();
      supported += (int) report.judgements().stream().filter(BankCheckTest::isSupported).count();
      if (!faults.isEmpty()) {
        failing.add(report.entry().id());
        System.out.println(report.entry().id() + ": " + faults);
      }
      if (report.score().points() < 95) {
        low.add(report.entry().id() + " " + report.score().points());
      }
    }
    System.out.printf(
        "stored answers as drafts: %d, claims %d, supported %.3f, entries with a fault %d %s%n",
        FAITHFUL.size(), claims, (double) supported / claims, failing.size(), failing);

    assertThat(low).as("under 95 points").isEmpty();
    assertThat((double) supported / claims).isGreaterThanOrEqualTo(0.98);
    assertThat(failing).hasSizeLessThanOrEqualTo(FAITHFUL.size() / 4);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_statement_made_false_is_contradicted(Kind kind) {
    int made = 0;
    int contradicted = 0;
    for (Map.Entry<Integer, CheckReport> each : FAITHFUL.entrySet()) {
      List<String> wrong =
          each.getValue().judgements().stream()
              .filter(BankCheckTest::isSupported)
              .flatMap(right -> kind.change(right.claim().text()).stream())
              .toList();
      String question = each.getValue().question();
      for (Judgement judgement : judgements(question, each.getKey(), wrong)) {
        made++;
        if (judgement.verdict() == Verdict.CONTRADICTED) {
          contradicted++;
        } else {
          System.out.println(kind + " " + judgement.verdict() + ": " + judgement.claim().text());
        }
      }
    }
    double share = (double) contradicted / made;
    System.out.printf("%s: %d made false, contradicted %.3f%n", kind, made, share);

    assertThat(made).isPositive();
    assertThat(share).isGreaterThanOrEqualTo(0.8);
  }

  private static List<Judgement> judgements(String question, int entry, List<String> claims) {
    return claims.isEmpty()
        ? List.of()
        : CHECKER.observe(question, entry, claims, List.of()).judgements();
  }

  /** What a faithful draft was denied: claims and points. */
  private static List<String> faults(CheckReport report) {
    List<String> faults = new ArrayList<>();
    report.judgements().stream()
        .filter(each -> !isSupported(each))
        .forEach(each -> faults.add(each.verdict() + " " + each.claim().text()));
    report.points().stream()
        .filter(each -> each.state() != PointCoverage.State.MADE)
        .forEach(each -> faults.add(each.state() + " " + each.point()));
    return faults;
  }

  private static boolean isSupported(Judgement judgement) {
    return judgement.verdict() == Verdict.SUPPORTED;
  }
}
