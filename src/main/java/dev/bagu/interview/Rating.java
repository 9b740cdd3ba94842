package dev.bagu.interview;

/**
 * How well an entry was recalled, as FSRS takes it. It is computed from the check of an answer,
 * never asked of the person.
 *
 * <p>Example: 72 points with nothing contradicted is {@link #GOOD}; 72 points with a contradicted
 * claim that was never put right is {@link #HARD}.
 */
public enum Rating {
  /** Not recalled. */
  AGAIN(1),
  /** Recalled in part, or with something wrong in it. */
  HARD(2),
  /** Recalled. */
  GOOD(3),
  /** Recalled nearly whole, at the first go and without help. */
  EASY(4);

  /** Points below which an answer is {@link #AGAIN}: most key points are not there. */
  static final int AGAIN_BELOW = 40;

  /** Points below which an answer is {@link #HARD}; from here on a question counts as passed. */
  static final int PASSED_FROM = 60;

  /** Points from which an answer without help and without errors is {@link #EASY}. */
  static final int EASY_FROM = 90;

  private final int grade;

  Rating(int grade) {
    this.grade = grade;
  }

  /** The grade in FSRS's formulas, 1 to 4. */
  public int grade() {
    return grade;
  }

  /**
   * The rating of a closed question.
   *
   * <table>
   * <caption>Thresholds, tried from the top</caption>
   * <tr><td>under 40 points, or more claims contradicted than supported</td><td>AGAIN</td></tr>
   * <tr><td>under 60 points, or a claim that stays contradicted</td><td>HARD</td></tr>
   * <tr><td>90 points or more, no hint, nothing to follow up from a miss</td><td>EASY</td></tr>
   * <tr><td>everything else</td><td>GOOD</td></tr>
   * </table>
   *
   * @param points of the question after hints, 0 to 100
   * @param supported claims that the source supports
   * @param contradicted claims that stay contradicted when the question closes
   * @param helped whether a hint was given, or a follow-up reacted to a miss or an error
   */
  public static Rating of(int points, int supported, int contradicted, boolean helped) {
    if (points < AGAIN_BELOW || contradicted > supported) {
      return AGAIN;
    }
    if (points < PASSED_FROM || contradicted > 0) {
      return HARD;
    }
    return points >= EASY_FROM && !helped ? EASY : GOOD;
  }
}
