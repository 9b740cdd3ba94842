package dev.bagu.llm;

import static dev.bagu.llm.FaultRow.CLOSE;
import static dev.bagu.llm.FaultRow.HTML;
import static dev.bagu.llm.FaultRow.RESET;
import static dev.bagu.llm.FaultRow.drip;
import static dev.bagu.llm.FaultRow.gone;
import static dev.bagu.llm.FaultRow.head;
import static dev.bagu.llm.FaultRow.kept;
import static dev.bagu.llm.FaultRow.late;
import static dev.bagu.llm.FaultRow.latin1;
import static dev.bagu.llm.FaultRow.message;
import static dev.bagu.llm.FaultRow.page;
import static dev.bagu.llm.FaultRow.sent;
import static dev.bagu.llm.FaultRow.tool;
import static dev.bagu.testing.ScriptedReply.body;
import static dev.bagu.testing.ScriptedReply.completion;
import static dev.bagu.testing.ScriptedReply.hang;
import static dev.bagu.testing.ScriptedReply.text;
import static dev.bagu.testing.ScriptedReply.words;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.stream.Stream;

/** Faults within a plain reply. */
final class PlainFaults {
  private PlainFaults() {}

  static Stream<FaultRow> plain() {
    byte[] fine = completion("LoRA [1]", "stop").getBytes(UTF_8);
    return Stream.of(
        late("hang before the head", "fails DEADLINE", 1, hang()),
        late("hang within the body", "fails STALLED", 1, words("LoRA").thenHang()),
        late(
            "drips a byte now and then",
            "fails DEADLINE",
            1,
            sent(head(200), drip(completion("LoRA", "stop"), 40))),
        kept(
            "late but within the deadline",
            "whole LoRA [1]",
            1,
            text("LoRA [1]").after(Duration.ofMillis(700))),
        kept(
            "reset within the body, then fine",
            "whole LoRA [1]",
            2,
            words("LoRA").then(RESET),
            text("LoRA [1]")),
        gone(
            "closed within the body, every time",
            "fails CUT",
            3,
            words("LoRA").then(CLOSE),
            words("LoRA").then(CLOSE),
            words("LoRA").then(CLOSE)),
        kept("malformed JSON", "fails MALFORMED", 1, body("{\"choices\":[".getBytes(UTF_8))),
        kept("invalid UTF-8", "fails MALFORMED", 1, body(latin1(fine))),
        kept("no JSON", "fails MALFORMED", 1, body("hello".getBytes(UTF_8))),
        kept("an array", "fails MALFORMED", 1, body("[]".getBytes(UTF_8))),
        kept("an object without choices", "fails MALFORMED", 1, body("{}".getBytes(UTF_8))),
        kept("no body", "fails EMPTY", 1, body(new byte[0])),
        kept("204", "fails EMPTY", 1, sent("HTTP/1.1 204 No Content\r\n\r\n")),
        kept("empty choices", "fails EMPTY", 1, body("{\"choices\":[]}".getBytes(UTF_8))),
        kept(
            "a choice without a message",
            "fails MALFORMED",
            1,
            body("{\"choices\":[{}]}".getBytes(UTF_8))),
        kept("two choices", "fails MALFORMED", 1, body("{\"choices\":[{},{}]}".getBytes(UTF_8))),
        kept("null content", "fails EMPTY", 1, message("{\"content\":null}", "stop")),
        kept("white space only", "fails EMPTY", 1, words(" \n").finished("stop")),
        kept("a number for content", "fails MALFORMED", 1, message("{\"content\":7}", "stop")),
        kept("length after words", "part OUTPUT_LIMIT LoRA", 1, words("LoRA").finished("length")),
        kept("filter after words", "part FILTERED Lo", 1, words("Lo").finished("content_filter")),
        kept("an unknown finish reason", "whole LoRA", 1, words("LoRA").finished("eos_token")),
        kept("a tool call", "fails UNREQUESTED_TOOL", 1, message(tool("null"), "tool_calls")),
        kept(
            "a tool call after words",
            "part UNREQUESTED_TOOL LoRA",
            1,
            message(tool("\"LoRA\""), "stop")),
        kept("a refusal", "fails FILTERED", 1, message("{\"refusal\":\"I can't\"}", "stop")),
        kept(
            "an error with status 200",
            "fails SERVER_ERROR",
            1,
            body("{\"error\":{\"message\":\"OOM\"}}".getBytes(UTF_8))),
        gone("a web page that says so", "fails NOT_AN_API", 1, page("text/html")),
        kept("a web page that does not", "fails NOT_AN_API", 1, body(HTML.getBytes(UTF_8))));
  }
}
