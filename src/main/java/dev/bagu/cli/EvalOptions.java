package dev.bagu.cli;

import dev.bagu.evaluation.Question;
import dev.bagu.evaluation.QuestionFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say which questions are asked. */
final class EvalOptions {
  @Option(
      names = "--questions",
      paramLabel = "FILE",
      required = true,
      order = 40,
      description =
          "Questions, one JSON object a line: id, q, lang, answerable, relevant; repeatable.")
  List<Path> files = List.of();

  @Option(
      names = "--split",
      paramLabel = "NAME",
      order = 41,
      description = "Ask only the questions of this split, dev or test.")
  String split = "";

  @Option(
      names = "--run",
      paramLabel = "OUT",
      order = 42,
      description = "Write what was found for each question, one JSON object a line.")
  @org.jspecify.annotations.Nullable
  Path run;

  @Option(names = "--json", order = 43, description = "Print one JSON object.")
  boolean json;

  /** The questions, in order. */
  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (Path file : files) {
      questions.addAll(QuestionFile.read(file));
    }
    return questions.stream().filter(q -> split.isEmpty() || q.split().equals(split)).toList();
  }

  /**
   * Grade of a right first hit: 2 where entries are named, since then each question has its own.
   */
  static int grade(List<Question> questions) {
    boolean entries =
        questions.stream().flatMap(q -> q.relevant().stream()).anyMatch(r -> !r.entry().isEmpty());
    return entries ? 2 : 1;
  }
}
