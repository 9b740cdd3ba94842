package dev.bagu.check;

/**
 * A number with its unit, as it stands in a text.
 *
 * <p>Example: "两三成" is 20 to 30 with unit "%"; "三千多张" is 3,000 to 4,000; "312" is 312 to 312.
 *
 * @param low the number, with thousands, 万, K, B and the like multiplied in; the lower end of a
 *     range
 * @param high the upper end of a range, else the same number
 * @param unit its unit in one spelling: "%", "byte", "bit", "x", "epoch"; empty for bare numbers
 *     and for counters such as 个 and 条
 * @param rounded whether the text says it is only about so much
 * @param start offset in the text
 * @param end offset after it, unit included
 */
record Quantity(double low, double high, String unit, boolean rounded, int start, int end) {
  /** Exact numbers agree within this share; 3.35 and 3.4 do not, 312 and 312.0 do. */
  private static final double EXACT = 0.012;

  /** Rounded numbers agree within this share: 三成 and 32 %. */
  private static final double ROUNDED = 0.14;

  /** GiB and GB are one unit here, as in most people's speech. */
  private static final double BYTES = 0.075;

  /** Checks the order of the ends. */
  Quantity {
    if (high < low) {
      throw new IllegalArgumentException("illegal range: " + low + " to " + high);
    }
  }

  /** Whether both could be said of the same thing: units do not exclude each other. */
  boolean comparable(Quantity other) {
    return unit.equals(other.unit) || unit.isEmpty() || other.unit.isEmpty();
  }

  /** Whether both say the same number: their ranges meet, within the tolerance of their kind. */
  boolean agrees(Quantity other) {
    if (!comparable(other)) {
      return false;
    }
    boolean bytes = unit.equals("byte") && other.unit.equals("byte");
    double share = rounded || other.rounded ? ROUNDED : bytes ? BYTES : EXACT;
    return meets(low, high, other.low, other.high, share) || asShare(other);
  }

  private static boolean meets(double low, double high, double low2, double high2, double share) {
    double slack = share * Math.max(Math.min(high, high2), Math.max(low, low2)) + 1e-12;
    return low <= high2 + slack && low2 <= high + slack;
  }

  /** Whether one is the other as a share of one: 0.25 and 25 %. */
  private boolean asShare(Quantity other) {
    boolean here = unit.equals("%");
    if (here == other.unit.equals("%")) {
      return false;
    }
    double a = here ? 100 : 1;
    double b = other.unit.equals("%") ? 100 : 1;
    return meets(low / a, high / a, other.low / b, other.high / b, EXACT);
  }
}
