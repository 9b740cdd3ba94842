package dev.bagu.cli;

import dev.bagu.cli.terminal.Progress;
import dev.bagu.cli.terminal.TerminalProbe;
import dev.bagu.index.IndexListener;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells on stderr what opening the index takes and meets; the bar only on a terminal. */
final class IndexNotes implements IndexListener, AutoCloseable {
  private final Context context;
  private @Nullable Progress progress;

  IndexNotes(Context context) {
    this.context = context;
  }

  @Override
  public synchronized void embedding(int done, int total) {
    if (!context.surroundings().watched()) {
      return;
    }
    if (progress == null) {
      progress =
          Progress.start(
              context.text("index.building"),
              true,
              context.surroundings().err(),
              TerminalProbe.width(context.surroundings().environment()),
              context.messages());
    }
    progress.update(done, total);
    if (done >= total) {
      close();
    }
  }

  @Override
  public void rebuilding(String why) {
    context.note(context.text("index.rebuilding", why));
  }

  @Override
  public void waiting() {
    context.note(context.text("index.waiting"));
  }

  @Override
  public void unwritable(Path cache, String why) {
    context.note(context.text("index.unwritable", cache, why));
  }

  @Override
  public synchronized void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }
}
