package dev.bagu.cli.terminal;

import java.util.List;
import java.util.Set;

/**
 * Where a line may end: between which two neighbouring cells.
 *
 * <p>The rules are those of Chinese typesetting (标点避头尾, as in GB/T 15834 and the W3C's
 * "Requirements for Chinese Text Layout") with what technical text needs:
 *
 * <ul>
 *   <li>no line begins with a closing mark ({@code ，。！？；：、）】」』》”…—}) or ends with an opening one
 *       ({@code （【「『《“});
 *   <li>a straight quote counts as opening or closing in turn;
 *   <li>Latin words, code and formulas stay whole where they fit;
 *   <li>a number stays with its unit ({@code 8 GB}, {@code 1678 万}), a citation {@code [1]} with
 *       what it belongs to.
 * </ul>
 *
 * <p>Example: in {@code 显存约 80 GB。[1] 其次} a line may end only before {@code 存}, {@code 约}, {@code
 * 80}, {@code 其} and {@code 次}.
 */
final class BreakRules {
  private static final String NO_START = "，。！？；：、）】」』》〉〕〗⟧”’…—～·％‰℃％々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ";
  private static final String NO_START_ASCII = ",.!?;:)]}%";
  private static final String NO_END = "（【「『《〈〔〖⟦“‘￥¥";
  private static final String NO_END_ASCII = "([{";
  private static final String CHINESE_UNITS = "万亿千百个倍层维位步天年月日卡张条轮次秒分时章节字词块级阶种篇页元台";
  private static final Set<String> UNITS =
      Set.of(
          "K", "M", "B", "T", "G", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "ms",
          "s", "us", "μs", "ns", "min", "h", "Hz", "MHz", "GHz", "W", "kW", "bit", "bits", "byte",
          "bytes", "FLOPs", "FLOPS", "TFLOPS", "GFLOPS", "PFLOPS", "token", "tokens", "x", "px");

  private final List<Cell> cells;
  private final boolean[] allowed;

  /** Looks at all cells of a paragraph for lines of {@code width} columns. */
  BreakRules(List<Cell> cells, int width) {
    this.cells = cells;
    this.allowed = new boolean[cells.size()];
    int quotes = 0;
    boolean[] opening = new boolean[cells.size()];
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isLineEnd()) {
        quotes = 0;
      } else if (cells.get(i).code() == '"') {
        opening[i] = quotes++ % 2 == 0;
      }
    }
    for (int i = 1; i < cells.size(); i++) {
      allowed[i] = decide(i, opening);
    }
    keepWhole(width);
  }

  /** Whether a line may end before cell {@code i}; false for the first cell. */
  boolean allows(int i) {
    return allowed[i];
  }

  /** Whether the character is a mark of Chinese text, whatever its width. */
  static boolean isChineseMark(int code) {
    return NO_START.indexOf(code) >= 0 || NO_END.indexOf(code) >= 0;
  }

  private boolean decide(int i, boolean[] opening) {
    Cell next = cells.get(i);
    if (next.isSpace() || next.isLineEnd()) {
      return false;
    }
    int p = i - 1;
    while (p > 0 && cells.get(p).isSpace()) {
      p--;
    }
    Cell before = cells.get(p);
    boolean spaced = p < i - 1;
    if (NO_START.indexOf(next.code()) >= 0
        || NO_END.indexOf(before.code()) >= 0
        || isCitation(i)
        || isUnit(p, i, spaced)) {
      return false;
    }
    if (spaced) {
      return true;
    }
    boolean closes =
        NO_START_ASCII.indexOf(next.code()) >= 0 || (next.code() == '"' && !opening[i]);
    boolean opens =
        NO_END_ASCII.indexOf(before.code()) >= 0 || (before.code() == '"' && opening[p]);
    return !closes && !opens && (isWide(before) || isWide(next) || isChineseComma(p, next));
  }

  /** Whether cell {@code p} is a half-width mark of Chinese text: {@code 增长,LoRA}, not 1,000. */
  private boolean isChineseComma(int p, Cell next) {
    boolean mark = ",;:!?".indexOf(cells.get(p).code()) >= 0 && p > 0;
    return mark && (isWide(cells.get(p - 1)) || cells.get(p - 1).whole() || next.whole());
  }

  private static boolean isWide(Cell cell) {
    return cell.width() == 2 || isChineseMark(cell.code());
  }

  /** Whether {@code [1]} or {@code [12]} begins at cell {@code i}. */
  private boolean isCitation(int i) {
    if (cells.get(i).code() != '[') {
      return false;
    }
    int at = i + 1;
    while (at < cells.size() && isDigit(at)) {
      at++;
    }
    return at > i + 1 && at < cells.size() && cells.get(at).code() == ']';
  }

  private boolean isUnit(int before, int i, boolean spaced) {
    if (!isDigit(before)) {
      return false;
    }
    if (CHINESE_UNITS.indexOf(cells.get(i).code()) >= 0) {
      return true;
    }
    StringBuilder word = new StringBuilder();
    for (int at = i; spaced && at < cells.size() && word.length() < 8; at++) {
      int code = cells.get(at).code();
      if (code > 0x3ff || !Character.isLetter(code)) {
        break;
      }
      word.appendCodePoint(code);
    }
    return UNITS.contains(word.toString());
  }

  private boolean isDigit(int i) {
    return cells.get(i).code() >= '0' && cells.get(i).code() <= '9';
  }

  /** Takes back every place inside a whole span that fits on a line of its own. */
  private void keepWhole(int width) {
    int start = 0;
    while (start < cells.size()) {
      int end = start + 1;
      int used = cells.get(start).width();
      while (end < cells.size() && cells.get(end).span() == cells.get(start).span()) {
        used += cells.get(end++).width();
      }
      if (cells.get(start).whole() && used <= width) {
        for (int i = start + 1; i < end; i++) {
          allowed[i] = false;
        }
      }
      start = end;
    }
  }
}
