package dev.bagu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.answer.Answer;
import dev.bagu.answer.AskRequest;
import dev.bagu.answer.Completion;
import dev.bagu.answer.Conversation;
import dev.bagu.answer.OfflineAnswerer;
import dev.bagu.answer.Outcome;
import dev.bagu.answer.Refusal;
import dev.bagu.answer.Turn;
import dev.bagu.retrieval.SentenceRanker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follow-up questions in conversations over the bank, without a model. */
class FollowUpTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final double FOUND = 0.85;

  @ParameterizedTest
  @ValueSource(strings = {"dev", "test", "unseen"})
  void follow_ups_find_their_entry(String set) throws IOException {
    List<String> lines = new ArrayList<>();
    int rows = 0;
    int hits = 0;
    for (String[] row : rows("follow-ups.tsv")) {
      if (!row[0].equals(set)) {
        continue;
      }
      Turn turn = last(row[1], row[2]);
      String first = first(turn.outcome());
      boolean hit = List.of(row[3].split("/")).contains(first);
      rows++;
      hits += hit ? 1 : 0;
      lines.add((hit ? "hit  " : "FAIL ") + shown(turn) + " -> " + first + ", wanted " + row[3]);
    }
    lines.forEach(System.out::println);
    System.out.printf("follow-ups, %s: %d of %d%n", set, hits, rows);

    assertThat(rows).isGreaterThanOrEqualTo(20);
    assertThat(hits)
        .as(String.join("\n", lines))
        .isGreaterThanOrEqualTo((int) Math.ceil(FOUND * rows));
  }

  @Test
  void off_topic_follow_ups_are_refused() throws IOException {
    List<String> answered = new ArrayList<>();
    int rows = 0;
    for (String[] row : rows("off-topic-follow-ups.tsv")) {
      Turn turn = last(row[0], row[1]);
      rows++;
      System.out.println(
          (turn.outcome() instanceof Refusal ? "refused  " : "ANSWERED ") + shown(turn));
      if (!(turn.outcome() instanceof Refusal)) {
        answered.add(shown(turn) + " -> " + first(turn.outcome()));
      }
    }

    assertThat(rows).isGreaterThanOrEqualTo(10);
    assertThat(answered).isEmpty();
  }

  private static Turn last(String before, String followUp) {
    OfflineAnswerer offline =
        new OfflineAnswerer(
            BankIndex.RETRIEVER, new SentenceRanker(BankIndex.RETRIEVER, BankIndex.encoders()));
    Conversation conversation =
        Conversation.offline(BankIndex.RETRIEVER, offline, AskRequest.PASSAGES, Set.of());
    for (String question : before.split(" \\| ", -1)) {
      conversation.ask(question);
    }
    return conversation.ask(followUp);
  }

  private static String first(Outcome outcome) {
    return outcome instanceof Answer answer
        ? answer.retrieval().passages().get(0).entry().id()
        : "refused";
  }

  private static String shown(Turn turn) {
    Completion completion = turn.completion();
    return completion.typed() + "  =>  " + completion.question() + " " + completion.own();
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(GOLDEN.resolve(file), StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
