package dev.bagu.evaluation;

import dev.bagu.index.KnowledgeIndex;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Weights;
import java.util.List;
import java.util.function.Function;

/**
 * Questions with the documents they are about.
 *
 * @param name how reports call it
 * @param questions all of them, of both splits
 * @param index the documents
 * @param retriever makes a retriever over them with given weights
 * @param grade grade that a right first hit must have: 2 where every question has its own entry,
 *     else 1
 */
public record QuestionSet(
    String name,
    List<Question> questions,
    KnowledgeIndex index,
    Function<Weights, HybridRetriever> retriever,
    int grade) {

  /** Copies the questions. */
  public QuestionSet {
    questions = List.copyOf(questions);
  }

  /** The questions of one split. */
  public List<Question> split(String split) {
    return questions.stream().filter(q -> q.split().equals(split)).toList();
  }

  /** The same documents with other questions. */
  QuestionSet with(List<Question> others) {
    return new QuestionSet(name, others, index, retriever, grade);
  }
}
