package dev.bagu.check;

import dev.bagu.check.Statement.Origin;
import java.util.List;
import java.util.Set;

/** What a statement's origin makes of it when a claim is held against it. */
final class Origins {
  private static final Set<Origin> HELD =
      Set.of(Origin.KEY_POINT, Origin.BODY, Origin.CORRECTION, Origin.SAID_RIGHT);
  private static final Set<Origin> DENIED = Set.of(Origin.MISTAKE, Origin.SAID_WRONG);
  private static final Set<Origin> QUOTABLE =
      Set.of(Origin.KEY_POINT, Origin.BODY, Origin.CORRECTION, Origin.ELSEWHERE);

  private Origins() {}

  /** What the entry holds to be so. */
  static List<Statement> held(List<Statement> statements) {
    return of(statements, HELD);
  }

  /** What the entry holds to be wrong. */
  static List<Statement> denied(List<Statement> statements) {
    return of(statements, DENIED);
  }

  /** What other entries say. */
  static List<Statement> elsewhere(List<Statement> statements) {
    return of(statements, Set.of(Origin.ELSEWHERE));
  }

  /** What may be shown as the source's own words. */
  static boolean quotable(Statement statement) {
    return QUOTABLE.contains(statement.origin());
  }

  /** Whether a statement is one that candidates are known to make. */
  static boolean said(Statement statement) {
    return statement.origin() == Origin.SAID_RIGHT || statement.origin() == Origin.SAID_WRONG;
  }

  /** Whether a statement is the right version of what another holds to be wrong. */
  static boolean pair(Statement right, Statement wrong) {
    boolean origins =
        wrong.origin() == Origin.MISTAKE
            ? right.origin() == Origin.CORRECTION
            : right.origin() == Origin.SAID_RIGHT;
    return origins
        && right.source().span().startLine() == wrong.source().span().startLine()
        && right.source().span().file().equals(wrong.source().span().file());
  }

  private static List<Statement> of(List<Statement> statements, Set<Origin> origins) {
    return statements.stream().filter(each -> origins.contains(each.origin())).toList();
  }
}
