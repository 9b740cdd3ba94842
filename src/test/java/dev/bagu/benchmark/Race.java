package dev.bagu.benchmark;

import java.util.Arrays;

/** Times several ways to do one thing, in turns, so that a busy machine slows all of them alike. */
final class Race {
  private Race() {}

  /** One way to do it. */
  interface Way {
    void run() throws Exception;
  }

  /**
   * The median time of each way, in their order, in milliseconds. Each runs once before it counts.
   *
   * @param rounds how often each way is timed, at least 1
   */
  static double[] run(int rounds, Way... ways) throws Exception {
    double[][] millis = new double[ways.length][rounds];
    for (Way way : ways) {
      way.run();
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < ways.length; i++) {
        long start = System.nanoTime();
        ways[i].run();
        millis[i][round] = (System.nanoTime() - start) / 1e6;
      }
    }
    return Arrays.stream(millis).mapToDouble(Race::median).toArray();
  }

  /** The middle value, or the mean of the two middle ones. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
