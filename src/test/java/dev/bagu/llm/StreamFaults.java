package dev.bagu.llm;

import static dev.bagu.llm.FaultRow.CLOSE;
import static dev.bagu.llm.FaultRow.HANG;
import static dev.bagu.llm.FaultRow.RESET;
import static dev.bagu.llm.FaultRow.STREAM;
import static dev.bagu.llm.FaultRow.choice;
import static dev.bagu.llm.FaultRow.cut;
import static dev.bagu.llm.FaultRow.drip;
import static dev.bagu.llm.FaultRow.endless;
import static dev.bagu.llm.FaultRow.gone;
import static dev.bagu.llm.FaultRow.kept;
import static dev.bagu.llm.FaultRow.late;
import static dev.bagu.llm.FaultRow.oneChoice;
import static dev.bagu.llm.FaultRow.page;
import static dev.bagu.llm.FaultRow.sent;
import static dev.bagu.llm.FaultRow.thinking;
import static dev.bagu.llm.FaultRow.toolDelta;
import static dev.bagu.testing.ScriptedReply.body;
import static dev.bagu.testing.ScriptedReply.completion;
import static dev.bagu.testing.ScriptedReply.delta;
import static dev.bagu.testing.ScriptedReply.events;
import static dev.bagu.testing.ScriptedReply.finish;
import static dev.bagu.testing.ScriptedReply.hang;
import static dev.bagu.testing.ScriptedReply.text;
import static dev.bagu.testing.ScriptedReply.words;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.stream.Stream;

/** Faults within a streamed reply. */
final class StreamFaults {
  private StreamFaults() {}

  static Stream<FaultRow> streamed() {
    String stop = finish("stop");
    return Stream.of(
        late("hang before the head", "fails NO_FIRST_TOKEN", 1, hang()),
        late("hang after the head", "fails NO_FIRST_TOKEN", 1, words().thenHang()),
        late("hang after two words", "part STALLED LoRA 冻结", 1, words("LoRA ", "冻结").thenHang()),
        late(
            "drips a byte now and then",
            "fails NO_FIRST_TOKEN",
            1,
            sent(STREAM, drip("data: " + delta("LoRA"), 40))),
        late(
            "comments instead of words",
            "fails NO_FIRST_TOKEN",
            1,
            sent(STREAM, drip(": keep-alive\n\n".repeat(9), 40))),
        late("thinks beyond the deadline", "part DEADLINE LoRA", 1, thinking()),
        kept(
            "slow words within the limits",
            "whole abc",
            1,
            words("a", "b", "c").each(Duration.ofMillis(120)).finished("stop")),
        gone("reset after two words", "part CUT LoRA 冻结", 1, words("LoRA ", "冻结").then(RESET)),
        gone("closed after a word", "part CUT LoRA", 1, words("LoRA").then(CLOSE)),
        kept(
            "reset after the head, then fine",
            "whole LoRA [1]",
            2,
            words().then(RESET),
            text("LoRA [1]")),
        kept("ends in order but without an end mark", "part CUT LoRA", 1, events(delta("LoRA"))),
        kept("ends in order after a finish reason", "whole LoRA", 1, events(delta("LoRA"), stop)),
        kept("end mark without a finish reason", "whole LoRA", 1, events(delta("LoRA"), "[DONE]")),
        late(
            "silence between finish reason and end mark",
            "whole LoRA",
            1,
            words("LoRA").thenBytes(("data: " + stop + "\n\n").getBytes(UTF_8)).andThen(HANG)),
        gone(
            "connection held open after the end mark",
            "whole LoRA",
            1,
            words("LoRA")
                .thenBytes(("data: " + stop + "\n\ndata: [DONE]\n\n").getBytes(UTF_8))
                .andThen(HANG)),
        kept(
            "truncated event at the end",
            "part CUT LoRA",
            1,
            body(("data: " + delta("LoRA") + "\n\ndata: {\"choi").getBytes(UTF_8))),
        kept(
            "character cut at the end",
            "part CUT LoRA",
            1,
            body(cut("data: " + delta("LoRA") + "\n\ndata: 显", 1))),
        kept(
            "end mark without its empty line",
            "whole LoRA",
            1,
            body(("data: " + delta("LoRA") + "\n\ndata: [DONE]").getBytes(UTF_8))),
        kept(
            "CRLF, comments, ids and unknown events",
            "whole LoRA",
            1,
            body(
                (": hi\r\nid: 1\r\nretry: 5\r\nevent: x\r\ndata: "
                        + delta("LoRA")
                        + "\r\n\r\ndata:[DONE]\r\n\r\n")
                    .getBytes(UTF_8))),
        gone("malformed JSON first", "fails MALFORMED", 1, endless("data: {oops\n\n")),
        gone(
            "malformed JSON after a word",
            "part MALFORMED LoRA",
            1,
            endless("data: " + delta("LoRA") + "\n\ndata: {oops}\n\n")),
        gone(
            "invalid UTF-8",
            "part MALFORMED LoRA",
            1,
            endless("data: " + delta("LoRA") + "\n\ndata: \u00ff\u00fe\n\n")),
        gone("an array for an event", "fails MALFORMED", 1, endless("data: []\n\n")),
        gone("a number for content", "fails MALFORMED", 1, endless(oneChoice("{\"content\":7}"))),
        kept(
            "duplicate events are kept as they are",
            "whole LoRA LoRA ",
            1,
            events(delta("LoRA "), delta("LoRA "), stop, "[DONE]")),
        kept(
            "the finish reason before the words",
            "whole LoRA",
            1,
            events(stop, delta("LoRA"), "[DONE]")),
        kept(
            "words after the end mark are dropped",
            "whole LoRA",
            1,
            events(delta("LoRA"), stop, "[DONE]", delta(" evil"))),
        kept(
            "the role after the words",
            "whole LoRA",
            1,
            events(
                delta("LoRA"),
                "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}",
                stop,
                "[DONE]")),
        kept("empty choices only", "fails EMPTY", 1, events("{\"choices\":[]}", "[DONE]")),
        kept(
            "empty choices between words",
            "whole LoRA",
            1,
            events("{\"choices\":[]}", delta("LoRA"), stop, "{\"choices\":[]}", "[DONE]")),
        kept(
            "null content", "fails EMPTY", 1, events(choice("{\"content\":null}"), stop, "[DONE]")),
        kept("white space only", "fails EMPTY", 1, events(delta(" \n"), stop, "[DONE]")),
        kept(
            "a null delta", "fails EMPTY", 1, events("{\"choices\":[{\"delta\":null}]}", "[DONE]")),
        kept("no event at all, every time", "fails CUT", 3, events(), events(), events()),
        kept("length after words", "part OUTPUT_LIMIT LoRA", 1, words("LoRA").finished("length")),
        kept("length without words", "fails OUTPUT_LIMIT", 1, words().finished("length")),
        kept("filter after words", "part FILTERED Lo", 1, words("Lo").finished("content_filter")),
        kept("filter without words", "fails FILTERED", 1, words().finished("content_filter")),
        kept("an unknown finish reason", "whole LoRA", 1, words("LoRA").finished("eos_token")),
        kept("a tool call", "fails UNREQUESTED_TOOL", 1, events(toolDelta(), finish("tool_calls"))),
        kept(
            "a tool call after words",
            "part UNREQUESTED_TOOL LoRA",
            1,
            events(delta("LoRA"), toolDelta(), finish("tool_calls"), "[DONE]")),
        gone("a refusal", "fails FILTERED", 1, endless(oneChoice("{\"refusal\":\"I can't\"}"))),
        gone(
            "an error event after a word",
            "part SERVER_ERROR LoRA",
            1,
            endless("data: " + delta("LoRA") + "\n\ndata: {\"error\":{\"message\":\"OOM\"}}\n\n")),
        gone(
            "an event of type error",
            "fails SERVER_ERROR",
            1,
            endless("event: error\ndata: {\"message\":\"overloaded\"}\n\n")),
        gone("a web page that says so", "fails NOT_AN_API", 1, page("text/html; charset=utf-8")),
        gone("a web page that does not", "fails NOT_AN_API", 1, page("text/event-stream")),
        kept(
            "plain JSON instead",
            "fails MALFORMED",
            1,
            body(completion("x", "stop").getBytes(UTF_8))));
  }
}
