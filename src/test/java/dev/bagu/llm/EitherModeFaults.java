package dev.bagu.llm;

import static dev.bagu.llm.FaultRow.CLOSE;
import static dev.bagu.llm.FaultRow.HANG;
import static dev.bagu.llm.FaultRow.HTML;
import static dev.bagu.llm.FaultRow.RESET;
import static dev.bagu.llm.FaultRow.endless;
import static dev.bagu.llm.FaultRow.gone;
import static dev.bagu.llm.FaultRow.inAnHour;
import static dev.bagu.llm.FaultRow.kept;
import static dev.bagu.llm.FaultRow.late;
import static dev.bagu.llm.FaultRow.manyWords;
import static dev.bagu.llm.FaultRow.noHttp;
import static dev.bagu.llm.FaultRow.sent;
import static dev.bagu.testing.ScriptedReply.error;
import static dev.bagu.testing.ScriptedReply.reset;
import static dev.bagu.testing.ScriptedReply.status;
import static dev.bagu.testing.ScriptedReply.steps;
import static dev.bagu.testing.ScriptedReply.text;
import static dev.bagu.testing.ScriptedReply.words;

import dev.bagu.testing.ScriptedReply;
import java.util.stream.Stream;

/** Faults that plain and streamed calls meet alike. */
final class EitherModeFaults {
  private EitherModeFaults() {}

  static Stream<FaultRow> inEitherMode() {
    ScriptedReply fine = text("LoRA [1]");
    return Stream.of(
        kept("no fault", "whole LoRA [1]", 1, fine),
        kept("reset before the reply, then fine", "whole LoRA [1]", 2, reset(), fine),
        gone("reset before every reply", "fails UNREACHABLE", 3, reset(), reset(), reset()),
        kept("closed before the reply, then fine", "whole LoRA [1]", 2, steps(CLOSE), fine),
        gone(
            "reset within the head, every time",
            "fails UNREACHABLE",
            3,
            sent("HTTP/1.1 200 OK\r\nConte", RESET),
            sent("HTTP/1.1 200 OK\r\nConte", RESET),
            sent("HTTP/1.1 200 OK\r\nConte", RESET)),
        gone("no HTTP at all", "fails UNREACHABLE", 3, noHttp(), noHttp(), noHttp()),
        kept("400", "fails BAD_REQUEST", 1, error(400, "bad")),
        kept("401", "fails UNAUTHORIZED", 1, error(401, "Incorrect API key: " + TestModels.KEY)),
        kept("402", "fails OUT_OF_QUOTA", 1, error(402, "Insufficient Balance")),
        kept("403", "fails FORBIDDEN", 1, error(403, "no")),
        kept("404", "fails NOT_FOUND", 1, error(404, "no such model")),
        kept("404 as a web page", "fails NOT_FOUND", 1, status(404, HTML)),
        kept("413", "fails BAD_REQUEST", 1, error(413, "too large")),
        kept("422", "fails BAD_REQUEST", 1, error(422, "unprocessable")),
        kept("408 once", "whole LoRA [1]", 2, error(408, "slow"), fine),
        kept("409 once", "whole LoRA [1]", 2, error(409, "conflict"), fine),
        kept("429 once", "whole LoRA [1]", 2, error(429, "slow down"), fine),
        kept(
            "429 always",
            "fails RATE_LIMITED",
            3,
            error(429, "a"),
            error(429, "b"),
            error(429, "")),
        kept(
            "429 with Retry-After: 0",
            "whole LoRA [1]",
            2,
            error(429, "slow down", "Retry-After: 0"),
            fine),
        kept(
            "429 with Retry-After: 1 waits that second",
            "whole LoRA [1]",
            2,
            error(429, "slow down", "Retry-After: 1"),
            fine),
        kept(
            "429 with Retry-After as a past date",
            "whole LoRA [1]",
            2,
            error(429, "slow down", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"),
            fine),
        kept(
            "429 with Retry-After as a date beyond the deadline",
            "fails RATE_LIMITED",
            1,
            error(429, "slow down", "Retry-After: " + inAnHour())),
        kept(
            "429 with Retry-After beyond the deadline",
            "fails RATE_LIMITED",
            1,
            error(429, "slow down", "Retry-After: 3600")),
        kept(
            "429 with nonsense for Retry-After",
            "whole LoRA [1]",
            2,
            error(429, "slow down", "Retry-After: soon"),
            fine),
        kept(
            "429 for an empty account",
            "fails OUT_OF_QUOTA",
            1,
            status(429, "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"no\"}}")),
        kept("500 once", "whole LoRA [1]", 2, error(500, "oops"), fine),
        kept("500 twice", "whole LoRA [1]", 3, error(500, "oops"), error(500, "oops"), fine),
        kept("500 always", "fails SERVER_ERROR", 3, error(500, ""), error(500, ""), error(500, "")),
        kept("501", "fails SERVER_ERROR", 1, error(501, "not implemented")),
        kept("502 once, as a web page", "whole LoRA [1]", 2, status(502, HTML), fine),
        kept("503 once", "whole LoRA [1]", 2, error(503, "busy", "Retry-After: 0"), fine),
        kept("504 once", "whole LoRA [1]", 2, error(504, "gateway"), fine),
        kept("529 once", "whole LoRA [1]", 2, error(529, "overloaded"), fine),
        late(
            "500 whose body never ends",
            "fails SERVER_ERROR",
            3,
            sent("HTTP/1.1 500 No\r\nContent-Length: 99\r\n\r\n{", HANG),
            sent("HTTP/1.1 500 No\r\nContent-Length: 99\r\n\r\n{", HANG),
            sent("HTTP/1.1 500 No\r\nContent-Length: 99\r\n\r\n{", HANG)),
        kept("301", "fails REDIRECTED", 1, status(301, "", "Location: http://other.example/v1")),
        kept("302", "fails REDIRECTED", 1, status(302, "", "Location: https://login.example/")),
        kept("307", "fails REDIRECTED", 1, status(307, "", "Location: http://other.example/v1")),
        kept("308 without a target", "fails REDIRECTED", 1, status(308, "")),
        kept("304", "fails REDIRECTED", 1, sent("HTTP/1.1 304 No\r\n\r\n")));
  }

  static Stream<FaultRow> huge() {
    String kept = "part TOO_LONG " + "x".repeat(Reply.MAX_TEXT);
    ScriptedReply longAnswer = words("x".repeat(5_000_000)).finished("stop");
    return Stream.of(
        kept("an answer of 5 MB in many events", kept, 1, words(manyWords()).finished("stop")),
        kept("an answer of 5 MB in one piece", kept, 1, longAnswer),
        gone("a line without end", "fails TOO_LONG", 1, endless("data: " + "x".repeat(17 << 20))));
  }
}
