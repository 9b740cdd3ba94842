package dev.bagu.cli;

import dev.bagu.check.CheckReport;
import dev.bagu.check.Claim;
import dev.bagu.check.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A draft cut at the borders of its claims: put together again, the pieces are the draft.
 *
 * <p>Example: "好的。LoRA 冻结原权重。" with one claim is three pieces: "好的。", claim 1 "LoRA 冻结原权重", "。".
 */
final class MarkedDraft {
  private MarkedDraft() {}

  /**
   * A stretch of the draft.
   *
   * @param text its characters
   * @param claim number of the claim it is, from 1 in the order of the report; 0 for none
   */
  record Piece(String text, int claim) {}

  /**
   * The pieces, in the order of the draft; every claim is one of them. Of two claims that share
   * characters the first has them, and the second may be left with an empty text.
   */
  static List<Piece> of(CheckReport report) {
    String draft = report.draft();
    List<Judgement> judgements = report.judgements();
    List<Integer> order =
        IntStream.range(0, judgements.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> judgements.get(i).claim().start()))
            .toList();
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int i : order) {
      Claim claim = judgements.get(i).claim();
      int start = Math.min(draft.length(), Math.max(at, claim.start()));
      int end = Math.min(draft.length(), Math.max(start, claim.end()));
      if (start > at) {
        pieces.add(new Piece(draft.substring(at, start), 0));
      }
      pieces.add(new Piece(draft.substring(start, end), i + 1));
      at = end;
    }
    if (at < draft.length()) {
      pieces.add(new Piece(draft.substring(at), 0));
    }
    return pieces;
  }
}
