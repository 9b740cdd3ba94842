package dev.bagu.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bagu.BadInput;
import dev.bagu.BaguException;
import dev.bagu.check.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labelled drafts, one JSON object a line, and writes runs over them.
 *
 * <p>Example: {@code {"id":"d1","question":"LoRA
 * 的思路?","claims":[{"text":"原权重不动","label":"supported"}], "missed":["推理时可以合并"]}}.
 */
public final class DraftFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DraftFile() {}

  /**
   * All drafts of a file, in order.
   *
   * @throws BadInput if it cannot be read or a line is not a draft; names the line
   */
  public static List<DraftCase> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadInput("cannot read the drafts in " + file + ": give a JSONL file", e);
    }
    List<DraftCase> drafts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        drafts.add(draft(file + ":" + (i + 1) + ": ", lines.get(i)));
      }
    }
    return drafts;
  }

  private static DraftCase draft(String at, String line) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new BadInput(at + "is not one JSON object", e);
    }
    if (!node.path("id").isTextual()
        || !node.path("question").isTextual()
        || !node.path("claims").isArray()) {
      throw new BadInput(at + "a draft needs \"id\", \"question\" and \"claims\"");
    }
    List<DraftCase.LabelledClaim> claims = new ArrayList<>();
    for (JsonNode claim : node.path("claims")) {
      claims.add(
          new DraftCase.LabelledClaim(
              claim.path("text").asText(), label(at, claim.path("label").asText())));
    }
    List<String> missed = new ArrayList<>();
    node.path("missed").forEach(each -> missed.add(each.asText()));
    List<String> denied = new ArrayList<>();
    node.path("denied").forEach(each -> denied.add(each.asText()));
    return new DraftCase(
        node.path("id").asText(),
        node.path("question").asText(),
        node.path("entry").asText(""),
        claims,
        missed,
        denied,
        node.path("split").asText("dev"));
  }

  static Verdict label(String at, String label) {
    return switch (label) {
      case "supported" -> Verdict.SUPPORTED;
      case "contradicted" -> Verdict.CONTRADICTED;
      case "unsupported", "not_in_source" -> Verdict.NOT_IN_SOURCE;
      default ->
          throw new BadInput(
              at
                  + "illegal label: "
                  + label
                  + ", must be supported, contradicted, unsupported or not_in_source");
    };
  }

  /**
   * Writes one run a line: {@code {"id","claims":[{"text","verdict"}],"missed":[...]}}.
   *
   * @throws BaguException if the file cannot be written
   */
  public static void write(Path file, List<CheckRun> runs) {
    StringBuilder lines = new StringBuilder();
    for (CheckRun run : runs) {
      ObjectNode node = JSON.createObjectNode();
      node.put("id", run.draft().id());
      ArrayNode claims = node.putArray("claims");
      for (int i = 0; i < run.verdicts().size(); i++) {
        claims
            .addObject()
            .put("text", run.draft().claims().get(i).text())
            .put("verdict", run.verdicts().get(i).label());
      }
      ArrayNode missed = node.putArray("missed");
      run.missed().forEach(missed::add);
      lines.append(node).append('\n');
    }
    try {
      Files.writeString(file, lines, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BaguException("cannot write the run to " + file + ": " + e.getMessage(), e);
    }
  }
}
