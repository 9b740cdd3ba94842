package dev.bagu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.check.CheckReport;
import dev.bagu.check.CheckRequest;
import dev.bagu.check.DraftChecker;
import dev.bagu.check.Judgement;
import dev.bagu.check.Verdict;
import dev.bagu.knowledge.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Drafts made from the bank's own answers: as they stand, and with their statements made false. */
class BankCheckTest {
  private static final DraftChecker CHECKER =
      new DraftChecker(BankIndex.RETRIEVER, BankIndex.encoders());

  /** Every which entry is checked, so that the build stays quick. */
  private static final int EVERY = Integer.getInteger("bagu.every", 4);

  @Test
  void explore() {
    long t0 = System.nanoTime();
    int n = 0, claims = 0, badEntries = 0, unsup = 0, lowcov = 0, lowpoints = 0;
    int[][] kinds = new int[3][4];
    for (int o = 0; o < BankIndex.INDEX.entryCount(); o += EVERY) {
      Entry e = BankIndex.INDEX.entry(o);
      if (e.kind() != Entry.Kind.BANK) continue;
      CheckReport r = CHECKER.check(new CheckRequest(e.question(), o, e.answer()));
      n++;
      claims += r.judgements().size();
      List<Judgement> bad = r.judgements().stream().filter(j -> j.verdict() != Verdict.SUPPORTED).toList();
      unsup += bad.size();
      if (!bad.isEmpty()) badEntries++;
      if (r.score().coverage() < 1) lowcov++;
      if (r.score().points() < 95) lowpoints++;
      System.out.println(e.id() + " points " + r.score().points() + " cov " + r.score().coverage() + " claims " + r.judgements().size() + " bad " + bad.size());
      for (Judgement j : bad) System.out.println("    BAD " + j.verdict() + " " + j.reason() + " " + j.certainty() + " | " + j.claim().text() + " || " + j.evidence().stream().map(q -> q.quote()).toList());
      r.points().stream().filter(p -> p.share() < 1).forEach(p -> System.out.println("    POINT " + p.share() + " " + p.point()));
      List<Function<String, Optional<String>>> fs = List.of(FalseClaims::otherNumber, FalseClaims::denied, FalseClaims::swapped);
      for (int k = 0; k < 3; k++) {
        StringBuilder draft = new StringBuilder();
        List<String> made = new ArrayList<>();
        for (Judgement j : r.judgements()) {
          if (j.verdict() != Verdict.SUPPORTED) continue;
          Optional<String> f = fs.get(k).apply(j.claim().text());
          if (f.isPresent()) { made.add(f.get()); draft.append("- ").append(f.get()).append("\n"); }
        }
        if (made.isEmpty()) continue;
        List<dev.bagu.check.Judgement> js = CHECKER.observe(e.question(), o, made, List.of()).judgements();
        for (Judgement j : js) {
          kinds[k][j.verdict().ordinal()]++;
          kinds[k][3]++;
          if (j.verdict() != Verdict.CONTRADICTED) System.out.println("    KIND" + k + " " + j.verdict() + " " + j.reason() + " " + String.format("%.2f", j.certainty()) + " | " + j.claim().text() + " || " + j.evidence().stream().map(q -> q.quote()).toList());
        }
      }
    }
    System.out.println("entries " + n + " claims " + claims + " unsupported " + unsup + " badEntries " + badEntries + " lowcov " + lowcov + " lowpoints " + lowpoints + " ms " + (System.nanoTime() - t0) / 1000000);
    for (int[] k : kinds) System.out.println(java.util.Arrays.toString(k) + " " + 100.0 * k[1] / k[3]);
    assertThat(n).isPositive();
  }
}
