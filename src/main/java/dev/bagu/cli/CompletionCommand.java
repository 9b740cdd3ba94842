package dev.bagu.cli;

import dev.bagu.BadInput;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bagu completion}: the script that completes commands and options in a shell. */
@Command(
    name = "completion",
    description = "Print the completion script of a shell.",
    footer = {"", "Example (in ~/.bashrc or ~/.zshrc):", "  source <(bagu completion bash)"})
final class CompletionCommand extends BaguCommand {
  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private String shell = "";

  CompletionCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      throw new BadInput(context.text("completion.shell", shell));
    }
    // One script serves both: for zsh it switches on bash's way of completing first.
    context.out().println(AutoComplete.bash("bagu", Bagu.commandLine(context)));
    return ExitCode.OK;
  }
}
