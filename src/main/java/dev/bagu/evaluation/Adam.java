package dev.bagu.evaluation;

import java.util.function.UnaryOperator;

/** Minimises a smooth function by its gradient (Kingma and Ba, 2015); deterministic. */
final class Adam {
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;

  private Adam() {}

  /**
   * The point reached.
   *
   * @param start where to begin
   * @param steps how many steps
   * @param rate step size
   * @param signs of each value: 1 keeps it at 0 or above, -1 at 0 or below, 0 leaves it free
   * @param gradient the gradient at a point
   */
  static double[] minimise(
      double[] start, int steps, double rate, int[] signs, UnaryOperator<double[]> gradient) {
    double[] point = start.clone();
    double[] mean = new double[point.length];
    double[] square = new double[point.length];
    for (int step = 1; step <= steps; step++) {
      double[] slope = gradient.apply(point);
      for (int i = 0; i < point.length; i++) {
        mean[i] = FIRST * mean[i] + (1 - FIRST) * slope[i];
        square[i] = SECOND * square[i] + (1 - SECOND) * slope[i] * slope[i];
        double meanHat = mean[i] / (1 - Math.pow(FIRST, step));
        double squareHat = square[i] / (1 - Math.pow(SECOND, step));
        point[i] -= rate * meanHat / (Math.sqrt(squareHat) + 1e-8);
        if (point[i] * signs[i] < 0) {
          point[i] = 0;
        }
      }
    }
    return point;
  }
}
