package dev.bagu.cli;

import dev.bagu.answer.Answer;
import dev.bagu.answer.Citation;
import dev.bagu.answer.Notice;
import dev.bagu.answer.Outcome;
import dev.bagu.answer.Refusal;
import dev.bagu.cli.terminal.MarkdownRenderer;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.cli.terminal.StreamingMarkdown;
import dev.bagu.cli.terminal.Style;
import dev.bagu.cli.terminal.TerminalMode;
import dev.bagu.llm.ModelFailure;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer or a refusal for a person to read: text, notices, sources, mode. */
final class AnswerPage {
  private final Context context;
  private final TerminalMode mode;
  private @Nullable StreamingMarkdown stream;

  AnswerPage(Context context) {
    this.context = context;
    this.mode = context.surroundings().mode().get();
  }

  /** Shows the next piece of a model's answer. */
  void partial(String piece) {
    if (stream == null) {
      stream = new StreamingMarkdown(mode, this::raw);
    }
    stream.accept(piece);
  }

  /** Shows an outcome; of an answer that was shown as it came, only what follows it. */
  void print(Outcome outcome) {
    boolean streamed = stream != null;
    breakOff();
    if (outcome instanceof Answer answer) {
      print(answer, streamed);
    } else if (outcome instanceof Refusal refusal) {
      refusal.notices().forEach(this::notice);
      print(refusal);
    }
  }

  /** Shows what came so far to its end, and nothing after it. */
  void breakOff() {
    if (stream != null) {
      stream.finish();
      line(mode.kind() == TerminalMode.Kind.RAW ? "\n" : "");
    }
  }

  /** Shows what a model would be asked. */
  void prompt(List<ChatMessage> messages) {
    for (ChatMessage message : messages) {
      if (message instanceof SystemMessage system) {
        part("system", system.text());
      } else if (message instanceof UserMessage user) {
        part("user", user.singleText());
      }
    }
  }

  private void part(String role, String text) {
    line(mode.paint(Style.DIM, "--- " + role));
    line(Sanitizer.clean(text));
    line("");
  }

  private void print(Answer answer, boolean streamed) {
    boolean brokeOff = !answer.partial().isEmpty();
    if (brokeOff && !streamed) {
      text(answer.partial());
    }
    answer.notices().forEach(this::notice);
    if (!streamed || brokeOff || answer.mode().equals(Outcome.OFFLINE)) {
      text(answer.text());
    }
    for (Citation citation : answer.citations()) {
      String source = Places.of(citation, context.messages());
      line(mode.paint(Style.DIM, source));
    }
    line("");
    line(mode.paint(Style.DIM, modeLine(answer)));
  }

  /** A text of its own, with a blank line after it. */
  private void text(String markdown) {
    String shown = new MarkdownRenderer(mode).render(markdown);
    raw(shown.endsWith("\n") ? shown : shown + "\n"); // a piped source ends as its file does
    line("");
  }

  private String modeLine(Answer answer) {
    String sure = String.format(Locale.ROOT, "%.2f", answer.confidence());
    if (!answer.mode().equals(Outcome.OFFLINE)) {
      return context.text("ask.mode.model", Sanitizer.line(answer.mode()), sure);
    }
    boolean stored = answer.retrieval().storedQuestion().isPresent();
    return context.text(stored ? "ask.mode.stored" : "ask.mode.quoted", sure);
  }

  private void print(Refusal refusal) {
    String key = refusal.mode().equals(Outcome.OFFLINE) ? "ask.refusal" : "ask.refusal.model";
    line(mode.paint(Style.BOLD, context.text(key, Sanitizer.line(refusal.mode()))));
    if (!refusal.nearest().isEmpty()) {
      line("");
      line(context.text("ask.nearest"));
      for (Refusal.Nearest near : refusal.nearest()) {
        line("  - " + Sanitizer.line(near.question()) + "  (" + Sanitizer.line(near.entry()) + ")");
      }
    }
  }

  private void notice(Notice notice) {
    switch (notice.kind()) {
      case MODEL_FAILED -> context.note(context.text("ask.failed", failure(notice)));
      case MODEL_BROKE_OFF -> context.note(context.text("ask.broke_off", failure(notice)));
      case INVENTED_MARKS -> context.note(context.text("ask.invented", argument(notice, "marks")));
      case NO_MARKS -> context.note(context.text("ask.unmarked"));
      case UNVERIFIED_QUOTE ->
          context.note(context.text("ask.unverified", argument(notice, "quote")));
      case OTHER_LANGUAGE -> context.note(context.text("ask.other_language"));
    }
  }

  /** Why a model failed, in the person's language. */
  private String failure(Notice notice) {
    String key = "model." + argument(notice, "kind").toLowerCase(Locale.ROOT);
    return ModelFailure.fill(context.text(key), notice.arguments());
  }

  private static String argument(Notice notice, String name) {
    return notice.arguments().getOrDefault(name, "");
  }

  private void raw(String text) {
    context.out().print(text);
    context.out().flush();
  }

  private void line(String text) {
    context.out().println(text);
  }
}
