package dev.bagu.cli;

import dev.bagu.BaguException;
import dev.bagu.answer.Answer;
import dev.bagu.answer.Citation;
import dev.bagu.answer.Completion;
import dev.bagu.answer.Conversation;
import dev.bagu.answer.Turn;
import dev.bagu.cli.terminal.LineInput;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.cli.terminal.Style;
import dev.bagu.cli.terminal.TerminalMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One conversation at the terminal or out of a pipe: reads, answers, obeys the commands. */
final class ChatSession {
  /** The commands, for completion and for telling a mistyped one. */
  static final List<String> COMMANDS =
      List.of("/sources", "/check", "/save", "/clear", "/help", "/quit");

  private static final String PROMPT = "bagu> ";

  private final Context context;
  private final Conversation conversation;
  private final LineInput input;
  private final Runnable cancel;
  private final ChatCheck check;

  /**
   * A session.
   *
   * @param check what {@code /check} does
   * @param cancel stops a model that is writing, from another thread
   */
  ChatSession(
      Context context,
      Conversation conversation,
      LineInput input,
      ChatCheck check,
      Runnable cancel) {
    this.context = context;
    this.conversation = conversation;
    this.input = input;
    this.check = check;
    this.cancel = cancel;
  }

  /** Goes on until the input ends or the person leaves. */
  void run() {
    while (true) {
      context.out().flush();
      Optional<String> text = input.read(PROMPT);
      if (text.isEmpty() || text.get().equals("/quit")) {
        return;
      }
      if (!text.get().isBlank()) {
        turn(text.get());
        context.out().println();
      }
    }
  }

  /** One turn may fail and the conversation goes on: what was said must not be lost. */
  private void turn(String text) {
    try {
      if (text.startsWith("/")) {
        command(text);
      } else {
        question(text);
      }
    } catch (BaguException e) {
      context.note(FailureText.of(e, context));
    } catch (RuntimeException e) {
      if (context.debug()) {
        e.printStackTrace(context.surroundings().err());
      }
      String message = String.valueOf(e.getMessage());
      context.note(context.text("failure.unexpected", e.getClass().getSimpleName(), message));
    }
  }

  private void question(String text) {
    AtomicBoolean stopped = new AtomicBoolean();
    Runnable stop =
        () -> {
          stopped.set(true);
          cancel.run();
        };
    input.stoppable(stop, () -> answer(text, stopped));
  }

  private void answer(String text, AtomicBoolean stopped) {
    AnswerPage page = new AnswerPage(context);
    Completion completion = conversation.complete(text);
    if (completion.added() && !stopped.get()) {
      dim(context.text("chat.understood", Sanitizer.line(completion.question())));
      context.out().flush();
    }
    if (stopped.get()) {
      context.note(context.text("chat.stopped"));
      return;
    }
    Turn turn = conversation.answer(completion, page::partial, stopped::get);
    if (stopped.get()) {
      page.breakOff();
      context.out().flush();
      context.note(context.text("chat.stopped"));
    } else {
      page.print(turn.outcome());
    }
  }

  private void command(String text) {
    String[] words = text.split("\\s+", 2);
    switch (words[0]) {
      case "/sources" -> sources();
      case "/check" -> check.check(words.length > 1 ? words[1] : "", conversation.turns());
      case "/save" -> save(words.length > 1 ? words[1] : "");
      case "/clear" -> {
        conversation.clear();
        dim(context.text("chat.cleared"));
      }
      case "/help" -> help();
      default -> context.note(context.text("chat.unknown", words[0]));
    }
  }

  private void sources() {
    List<Turn> turns = conversation.turns();
    if (turns.isEmpty()) {
      context.note(context.text("chat.nothing"));
    } else if (turns.get(turns.size() - 1).outcome() instanceof Answer answer) {
      answer.citations().forEach(this::source);
    } else {
      context.note(context.text("chat.refused"));
    }
  }

  private void source(Citation citation) {
    context.out().println(Places.of(citation, context.messages()));
    for (String line : Sanitizer.clean(citation.quote()).split("\n", -1)) {
      dim("    " + line);
    }
  }

  private void save(String file) {
    if (conversation.turns().isEmpty()) {
      context.note(context.text("chat.nothing"));
      return;
    }
    Path saved = new ChatFile(context).save(conversation.turns(), file.strip());
    context.out().println(context.text("chat.saved", Sanitizer.line(saved.toString())));
  }

  private void help() {
    for (String line :
        List.of(
            context.text("chat.help.sources"),
            context.text("chat.help.check"),
            context.text("chat.help.save"),
            context.text("chat.help.clear"),
            context.text("chat.help.help"),
            context.text("chat.help.quit"),
            context.text("chat.help.lines"))) {
      context.out().println(line);
    }
  }

  private void dim(String text) {
    TerminalMode mode = context.surroundings().mode().get();
    context.out().println(mode.paint(Style.DIM, text));
  }
}
