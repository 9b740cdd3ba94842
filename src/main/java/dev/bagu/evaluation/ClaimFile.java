package dev.bagu.evaluation;

import dev.bagu.BadInput;
import dev.bagu.check.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads single labelled claims: a line each, {@code entry id<TAB>label<TAB>text}. */
public final class ClaimFile {
  private ClaimFile() {}

  /**
   * The claims of a file by the id of their entry, in order.
   *
   * @throws BadInput if it cannot be read or a line is not a claim; names the line
   */
  public static Map<String, List<DraftCase.LabelledClaim>> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadInput("cannot read the claims in " + file + ": give a TSV file", e);
    }
    Map<String, List<DraftCase.LabelledClaim>> claims = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      String at = file + ":" + (i + 1) + ": ";
      if (cells.length != 3) {
        throw new BadInput(at + "a claim needs entry id, label and text, with tabs between");
      }
      Verdict label = DraftFile.label(at, cells[1]);
      claims
          .computeIfAbsent(cells[0], any -> new ArrayList<>())
          .add(new DraftCase.LabelledClaim(cells[2], label));
    }
    return claims;
  }
}
