package dev.bagu.answer;

import java.util.function.Consumer;

/**
 * Answers questions from the documents.
 *
 * <p>Example: "LoRA 会拖慢推理吗" gives an {@link Answer} with {@code [1]} on lines of {@code
 * 05-peft.md}; "如何做红烧肉" gives a {@link Refusal}. Whatever answers, every mark of an answer resolves
 * to lines of a file.
 */
public interface Answerer {
  /**
   * Answers one question.
   *
   * @param request the question
   * @param onPartial hears the text of a model as it comes, already checked; hears nothing offline
   */
  Outcome answer(AskRequest request, Consumer<String> onPartial);
}
