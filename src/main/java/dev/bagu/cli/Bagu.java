package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.index.EncoderPool;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The program: reads a command line, runs its command, turns failures into one line and an exit
 * code.
 *
 * <p>Example: {@code bagu ask "LoRA 为什么能省显存?"}.
 */
@Command(
    name = "bagu",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Answers LLM interview questions from documents, with citations, or says that they do not cover it.",
    footer = {
      "",
      "Examples:",
      "  bagu ask \"LoRA 为什么能省显存?\"",
      "  bagu ask --topic inference \"What does the KV cache store?\"",
      "  bagu check draft.md       your own answer, checked against the documents",
      "  bagu interview --topic peft --questions 3",
      "  bagu review               what is due again",
      "  bagu add ~/notes          your own documents, from now on",
      "  bagu doctor               is everything in place?",
      "",
      "Exit codes: 0 done, 1 failure, 2 wrong usage, 3 the documents do not cover the question."
    })
public final class Bagu extends BaguCommand {
  private static final Map<String, Function<Context, Object>> COMMANDS = commands();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      order = 93,
      description = "Show the version.")
  boolean version;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Bagu(Context context) {
    super(context);
  }

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] args) {
    EncoderPool encoders = HeadStart.of(System.getenv(), System.getProperties(), args);
    Signals.endAtOnce();
    System.exit(run(Surroundings.ofProcess(), encoders, args));
  }

  /** Runs a command line; gives its exit code. */
  static int run(Surroundings surroundings, String... args) {
    return run(
        surroundings, HeadStart.of(surroundings.environment(), surroundings.system(), args), args);
  }

  private static int run(Surroundings surroundings, EncoderPool encoders, String... args) {
    try (encoders) {
      Context context = Context.of(surroundings, encoders, args);
      return commandLine(context, args).execute(args);
    } catch (BadInput e) {
      surroundings.err().println("bagu: " + Sanitizer.line(String.valueOf(e.getMessage())));
      return e.exitCode();
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
  }

  /** Without a command: the short help. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.OK;
  }

  /** The whole command line, with every command: for help and completion. */
  static CommandLine commandLine(Context context) {
    return commandLine(context, "help");
  }

  /**
   * A command line that knows the one command that the arguments begin with, or all of them where
   * they begin with none: reading one class takes a tenth of the time of reading all.
   */
  private static CommandLine commandLine(Context context, String... args) {
    CommandLine line = new CommandLine(new Bagu(context));
    String first = args.length == 0 ? "" : args[0];
    if (COMMANDS.containsKey(first)) {
      line.addSubcommand(first, COMMANDS.get(first).apply(context));
    } else {
      COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.apply(context)));
      line.addSubcommand(new HelpCommand());
    }
    boolean helps =
        args.length == 0 || Arrays.stream(args).anyMatch(List.of("-h", "--help", "help")::contains);
    if (helps && context.chinese()) {
      line.setResourceBundle(ResourceBundle.getBundle("dev.bagu.cli.help", Locale.CHINESE));
    }
    return line.setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .setUsageHelpAutoWidth(false)
        .setOut(writer(context.surroundings().out()))
        .setErr(writer(context.surroundings().err()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler((e, any) -> misused(context, e))
        .setExecutionExceptionHandler((e, any, result) -> failed(context, e));
  }

  private static Map<String, Function<Context, Object>> commands() {
    Map<String, Function<Context, Object>> commands = new LinkedHashMap<>();
    commands.put("ask", AskCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("chat", ChatCommand::new);
    commands.put("interview", InterviewCommand::with);
    commands.put("review", ReviewCommand::new);
    commands.put("progress", ProgressCommand::new);
    commands.put("search", SearchCommand::new);
    commands.put("sources", SourcesCommand::new);
    commands.put("add", AddCommand::new);
    commands.put("remove", RemoveCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("forget", ForgetCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("eval", EvalCommand::with);
    commands.put("completion", CompletionCommand::new);
    return commands;
  }

  /**
   * The stream as a writer: characters stay in the hands of the stream, which knows its charset.
   */
  private static PrintWriter writer(PrintStream stream) {
    Writer writer =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            stream.print(new String(text, from, length));
          }

          @Override
          public void flush() {
            stream.flush();
          }

          @Override
          public void close() {
            stream.flush();
          }
        };
    return new PrintWriter(writer, true);
  }

  private static int misused(Context context, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String message = String.valueOf(e.getMessage());
    context.note(context.text("usage.wrong", message, command));
    return ExitCode.USAGE;
  }

  private static int failed(Context context, Exception e) {
    context.out().flush();
    if (context.debug()) {
      e.printStackTrace(context.surroundings().err());
    }
    if (e instanceof BaguException known) {
      context.note(FailureText.of(known, context));
      return known.exitCode();
    }
    context.note(
        context.text(
            "failure.unexpected", e.getClass().getSimpleName(), String.valueOf(e.getMessage())));
    return ExitCode.FAILURE;
  }
}
