package dev.bagu.evaluation;

import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.Wordings;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Questions that a folder asks of itself: every wording of every entry must find its entry.
 *
 * <p>What fails here fails a person who types a heading of their own notes: two sections with one
 * heading, a heading that says nothing, text that another section says better.
 */
public final class SelfQuestions {
  private SelfQuestions() {}

  /** One question a wording, in the order of the entries. */
  public static List<Question> of(KnowledgeIndex index) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < index.entryCount(); i++) {
      Entry entry = index.entry(i);
      Question.Relevant right = new Question.Relevant(entry.id(), "", "", 2);
      int n = 0;
      for (String wording : Wordings.of(entry)) {
        questions.add(
            new Question(
                entry.id() + "/" + n++,
                wording,
                Language.of(wording).name().toLowerCase(Locale.ROOT),
                entry.isQuestion() ? (n == 1 ? "question" : "wording") : "heading",
                true,
                List.of(right),
                "dev"));
      }
    }
    return questions;
  }
}
