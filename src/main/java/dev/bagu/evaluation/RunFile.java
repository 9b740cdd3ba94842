package dev.bagu.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bagu.BaguException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs and figures as JSON, for other programs. */
public final class RunFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunFile() {}

  /**
   * Writes one run a line: {@code
   * {"id","confidence","refused","hits":[{"entry","file","heading","score"}]}}.
   *
   * @throws BaguException if the file cannot be written
   */
  public static void write(Path file, List<Run> runs) {
    StringBuilder lines = new StringBuilder();
    for (Run run : runs) {
      ObjectNode node = JSON.createObjectNode();
      node.put("id", run.question().id());
      node.put("confidence", run.confidence());
      node.put("refused", run.refused());
      ArrayNode hits = node.putArray("hits");
      for (Run.Hit hit : run.hits()) {
        ObjectNode each = hits.addObject();
        each.put("entry", hit.entry());
        each.put("file", hit.file());
        each.put("heading", hit.heading());
        each.put("score", hit.score());
      }
      lines.append(node).append('\n');
    }
    try {
      Files.writeString(file, lines, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BaguException("cannot write the run to " + file + ": " + e.getMessage(), e);
    }
  }

  /** The figures as one object: name to value, low and high. */
  public static String figures(List<Run> runs, int grade) {
    ObjectNode node = JSON.createObjectNode();
    node.put("questions", runs.size());
    node.put("answerable", Figures.answerable(runs).size());
    put(node, "mrr@10", Figures.mrr(runs, grade));
    for (int k : new int[] {1, 3, 5, 10}) {
      put(node, "hit@" + k, Figures.hitAt(runs, k, grade));
    }
    put(node, "ndcg@10", Figures.ndcg(runs));
    put(node, "auroc", Figures.auroc(runs));
    put(node, "refusal", Figures.refusal(runs));
    put(node, "false_refusal", Figures.falseRefusal(runs));
    node.put("median_ms", Figures.medianMillis(runs));
    return node.toString();
  }

  private static void put(ObjectNode node, String name, Figures.Figure figure) {
    node.putObject(name)
        .put("value", figure.value())
        .put("low", figure.low())
        .put("high", figure.high());
  }
}
