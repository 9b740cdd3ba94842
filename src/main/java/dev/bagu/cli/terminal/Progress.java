package dev.bagu.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows on a terminal's stderr how far a long piece of work is, and nothing anywhere else.
 *
 * <p>The bar appears with the first update after half a second, so that quick work prints nothing,
 * and its line is wiped when the work ends or the process is told to stop (Ctrl-C): what follows
 * starts on a clean line. Example:
 *
 * <pre>
 * try (Progress progress = Progress.start("建索引", terminal, System.err, 80, messages)) {
 *   index.build(progress::update); // update(done, total), from any thread
 * }
 * </pre>
 *
 * <p>Where stderr is not a terminal every method returns at once and no class of the bar is loaded.
 */
public final class Progress implements AutoCloseable {
  /** How long the work must have taken before anything is shown: milliseconds. */
  static final long QUIET_MILLIS = 500;

  private final String label;
  private final boolean terminal;
  private final PrintStream err;
  private final int width;
  private final Messages messages;
  private final LongSupplier millis;
  private final long started;
  private @Nullable ProgressBar bar;
  private @Nullable Line line;
  private @Nullable Thread hook;
  private boolean closed;

  private Progress(
      String label,
      boolean terminal,
      PrintStream err,
      int width,
      Messages messages,
      LongSupplier millis) {
    this.label = Sanitizer.line(label);
    this.terminal = terminal;
    this.err = err;
    this.width = width;
    this.messages = messages;
    this.millis = millis;
    this.started = millis.getAsLong();
  }

  /**
   * Starts the clock of a piece of work.
   *
   * @param label what is being done, a word or two
   * @param terminal whether {@code err} is a terminal ({@link TerminalProbe#isTerminal})
   * @param err where the bar is drawn
   * @param width columns of the terminal
   */
  public static Progress start(
      String label, boolean terminal, PrintStream err, int width, Messages messages) {
    return start(label, terminal, err, width, messages, () -> System.nanoTime() / 1_000_000);
  }

  /** As above with a clock in milliseconds. */
  static Progress start(
      String label,
      boolean terminal,
      PrintStream err,
      int width,
      Messages messages,
      LongSupplier millis) {
    return new Progress(label, terminal, err, width, messages, millis);
  }

  /** Says that {@code done} of {@code total} pieces are done; cheap enough for every piece. */
  public void update(long done, long total) {
    if (terminal) {
      show(done, total);
    }
  }

  /** Wipes the bar's line; does nothing when no bar was shown, or when called again. */
  @Override
  public synchronized void close() {
    closed = true;
    if (bar != null) {
      bar.close();
      bar = null;
      removeHook();
    }
    if (line != null) {
      line.clear(); // a bar that is closed before its first tick (0.10.1) does not do it
    }
  }

  private synchronized void show(long done, long total) {
    long elapsed = millis.getAsLong() - started;
    if (closed || (bar == null && (elapsed < QUIET_MILLIS || done >= total))) {
      return;
    }
    if (bar == null) {
      bar = open(done, total, Duration.ofMillis(elapsed));
    }
    bar.maxHint(total);
    bar.stepTo(done);
  }

  private ProgressBar open(long done, long total, Duration elapsed) {
    Line drawn = new Line(err, width - 1);
    line = drawn;
    Thread wiper = new Thread(drawn::clear, "progress-wiper");
    try {
      Runtime.getRuntime().addShutdownHook(wiper);
      hook = wiper;
    } catch (IllegalStateException e) {
      hook = null; // the process is stopping already; nothing is left to wipe
    }
    return new ProgressBarBuilder()
        .setInitialMax(total)
        .startsFrom(done, elapsed)
        .setUpdateIntervalMillis(200)
        .clearDisplayOnFinish()
        .setConsumer(drawn)
        .setRenderer(
            (state, columns) ->
                ProgressLine.of(
                    label,
                    state.getCurrent(),
                    state.getMax(),
                    state.getTotalElapsed(),
                    columns,
                    messages))
        .build();
  }

  private void removeHook() {
    if (hook == null) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the process is stopping and the hook runs
    } finally {
      hook = null;
    }
  }

  /** Draws over one line of the terminal, without control sequences, until it is wiped. */
  private static final class Line implements ProgressBarConsumer {
    private final PrintStream err;
    private final int columns;
    private boolean wiped;

    Line(PrintStream err, int columns) {
      this.err = err;
      this.columns = columns;
    }

    @Override
    public int getMaxRenderedLength() {
      return columns;
    }

    @Override
    public synchronized void accept(String text) {
      if (!wiped) {
        err.print("\r" + DisplayWidth.pad(text, columns));
        err.flush();
      }
    }

    @Override
    public synchronized void clear() {
      if (!wiped) {
        err.print("\r" + " ".repeat(columns) + "\r");
        err.flush();
        wiped = true;
      }
    }

    @Override
    public void close() {
      err.flush();
    }
  }
}
