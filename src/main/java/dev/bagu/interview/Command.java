package dev.bagu.interview;

/** What a candidate can do instead of answering. */
public enum Command {
  /** The first half of a key point that is not made yet; costs {@link QuestionResult#HINT_COST}. */
  HINT(Turn.Kind.HINT),
  /** Passes the open follow-up over, or the question. */
  SKIP(Turn.Kind.SKIP),
  /** Says the open question again. */
  REPEAT(Turn.Kind.REPEAT),
  /** Tells where the last answered follow-up came from. */
  WHY(Turn.Kind.WHY),
  /** Ends the session; a question that was answered closes first, another one does not count. */
  END(Turn.Kind.END);

  private final Turn.Kind kind;

  Command(Turn.Kind kind) {
    this.kind = kind;
  }

  Turn.Kind kind() {
    return kind;
  }
}
