package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import dev.bagu.interview.SessionStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bagu import}: adds the sessions of an export that are not here yet. */
@Command(
    name = "import",
    description = "Add the sessions of an export that are not here yet; what is here stays.",
    footer = {"", "Example:", "  bagu import records.json"})
final class ImportCommand extends BaguCommand {
  @Parameters(paramLabel = "FILE", description = "What bagu export wrote, or - for standard input.")
  private String file = "";

  ImportCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    String text = read();
    try (SessionStore store = Records.open(context)) {
      int added = store.importJson(text);
      context.out().println(context.text("records.imported", added, store.sessions().size()));
      return ExitCode.OK;
    }
  }

  private String read() {
    try {
      if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
        throw new BadInput(context.text("records.missing", file));
      }
      byte[] bytes =
          file.equals("-")
              ? context.surroundings().in().readAllBytes()
              : Files.readAllBytes(Path.of(file));
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace("\uFEFF", "");
    } catch (CharacterCodingException e) {
      throw new BadInput(context.text("records.encoding", file), e);
    } catch (IOException e) {
      throw new BaguException(
          context.text("records.unreadable", file, e.getClass().getSimpleName()), e);
    }
  }
}
