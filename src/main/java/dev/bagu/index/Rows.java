package dev.bagu.index;

/** Where a unit's vector stands among the vectors of its model. */
final class Rows {
  /** Rows in one record of a vector file. */
  static final int BLOCK = 1024;

  private Rows() {}

  /** For each unit its row: the number of units before it with the same model. */
  static int[] of(byte[] unitModel) {
    int[] next = new int[TextModel.values().length];
    int[] rows = new int[unitModel.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = next[unitModel[i]]++;
    }
    return rows;
  }

  /** For each row of a model its unit. */
  static int[] units(byte[] unitModel, TextModel model) {
    int n = 0;
    for (byte each : unitModel) {
      n += each == model.code() ? 1 : 0;
    }
    int[] units = new int[n];
    int row = 0;
    for (int i = 0; i < unitModel.length; i++) {
      if (unitModel[i] == model.code()) {
        units[row++] = i;
      }
    }
    return units;
  }
}
