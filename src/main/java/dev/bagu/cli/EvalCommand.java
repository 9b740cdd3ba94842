package dev.bagu.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code bagu eval}: measures on a person's own folder, and fits what was chosen by measurement.
 */
@Command(
    name = "eval",
    description = "Measure retrieval and refusal on a question file, or fit the weights.",
    synopsisSubcommandLabel = "COMMAND")
final class EvalCommand extends BaguCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  EvalCommand(Context context) {
    super(context);
  }

  /** The command with those below it. */
  static Object with(Context context) {
    picocli.CommandLine line = new picocli.CommandLine(new EvalCommand(context));
    line.addSubcommand("retrieval", new EvalRetrievalCommand(context));
    line.addSubcommand("refusal", new EvalRefusalCommand(context));
    line.addSubcommand("check", new EvalCheckCommand(context));
    line.addSubcommand("self", new EvalSelfCommand(context));
    line.addSubcommand("fit", new EvalFitCommand(context));
    line.addSubcommand("fit-check", new EvalFitCheckCommand(context));
    line.addSubcommand("calibrate", new EvalCalibrateCommand(context));
    return line;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.OK;
  }
}
