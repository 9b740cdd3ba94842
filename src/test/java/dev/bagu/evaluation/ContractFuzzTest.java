package dev.bagu.evaluation;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bagu.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Whatever a file of questions, drafts or claims holds, it is read or named as bad input. */
class ContractFuzzTest {
  private Path file = Path.of("unset");

  @BeforeEach
  void makes_a_file() throws IOException {
    file = Files.createTempFile("bagu-fuzz", ".jsonl");
  }

  @AfterEach
  void removes_it() throws IOException {
    Files.deleteIfExists(file);
  }

  @FuzzTest
  void questions(byte[] data) throws IOException {
    readOrBad(data, QuestionFile::read);
  }

  @FuzzTest
  void drafts(byte[] data) throws IOException {
    readOrBad(data, DraftFile::read);
    readOrBad(data, ClaimFile::read);
  }

  private void readOrBad(byte[] data, Consumer<Path> reader) throws IOException {
    Files.write(file, data);
    try {
      reader.accept(file);
    } catch (BadInput e) {
      return; // said to the person in one line
    }
  }
}
