package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.interview.SessionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bagu export}: everything that is kept of the person, as one JSON document. */
@Command(
    name = "export",
    description = "Write all interview records as one JSON document.",
    footer = {"", "Example:", "  bagu export records.json"})
final class ExportCommand extends BaguCommand {
  @Parameters(paramLabel = "FILE", description = "A new file, or - for standard output.")
  private String file = "";

  ExportCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    boolean out = file.equals("-");
    Path path = Path.of(file);
    if (!out && Files.exists(path)) {
      throw new BadInput(context.text("records.exists", file));
    }
    try (SessionStore store = Records.open(context)) {
      String text = store.exportJson();
      if (out) {
        context.out().print(text);
      } else {
        OwnFile.write(path, text, context);
        context.out().println(context.text("records.exported", store.sessions().size(), file));
      }
      return ExitCode.OK;
    }
  }
}
