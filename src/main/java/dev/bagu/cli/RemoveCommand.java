package dev.bagu.cli;

import dev.bagu.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bagu remove}: takes back an {@code add}; the files themselves stay. */
@Command(
    name = "remove",
    description = "Stop reading files or folders that were added; the files themselves stay.")
final class RemoveCommand extends BaguCommand {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "A path as it was added.")
  private List<Path> paths = List.of();

  RemoveCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    SourceList sources = new SourceList(context.folders().data());
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath().normalize();
      if (!sources.remove(absolute)) {
        String there =
            sources.paths().stream().map(Path::toString).collect(Collectors.joining(", "));
        throw new BadInput(
            there.isEmpty()
                ? context.text("remove.none", absolute)
                : context.text("remove.unknown", absolute, there));
      }
      context.out().println(context.text("remove.done", absolute));
    }
    return ExitCode.OK;
  }
}
