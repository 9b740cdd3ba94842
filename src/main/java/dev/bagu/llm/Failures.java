package dev.bagu.llm;

import dev.bagu.llm.ModelFailure.Kind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names what went wrong between us and one endpoint, with the key masked in every text. */
final class Failures {
  /**
   * Statuses that often pass by themselves: request timeout, conflict, server error, bad gateway,
   * unavailable, gateway timeout, and Anthropic's "overloaded".
   */
  private static final Set<String> TRANSIENT =
      Set.of("408", "409", "500", "502", "503", "504", "529");

  private final ModelSettings settings;

  Failures(ModelSettings settings) {
    this.settings = settings;
  }

  /** Whether asking again soon makes sense after a {@link Kind#SERVER_ERROR}. */
  static boolean isTransient(ModelFailure failure) {
    return TRANSIENT.contains(failure.arguments().getOrDefault("status", ""));
  }

  ModelFailure of(Kind kind, String detail) {
    return of(kind, Map.of("detail", detail), null);
  }

  ModelFailure of(ProtocolCheck.Fault fault) {
    return of(fault.kind(), Map.of("detail", fault.detail(), "status", "200"), null);
  }

  ModelFailure after(Kind kind, Duration limit) {
    double seconds = limit.toMillis() / 1000.0;
    String shown = seconds == Math.rint(seconds) ? "" + (long) seconds : "" + seconds;
    return of(kind, Map.of("seconds", shown), null);
  }

  ModelFailure tooLong(int bytes) {
    return of(Kind.TOO_LONG, Map.of("limit", (bytes >> 20) + " MB"), null);
  }

  ModelFailure cancelled() {
    return of(Kind.CANCELLED, Map.of(), null);
  }

  /** The connection failed; {@code begun} when the reply's head had arrived already. */
  ModelFailure broken(Throwable cause, boolean begun) {
    String what = cause.getClass().getSimpleName();
    String said = cause.getMessage() == null ? what : cause.getMessage();
    if (begun) {
      return of(Kind.CUT, Map.of("detail", said), cause);
    }
    if (isIn(cause, UnresolvedAddressException.class) || isIn(cause, UnknownHostException.class)) {
      // Without its cause: LangChain4j would replace the failure by one of its own.
      return of(Kind.UNREACHABLE, Map.of("detail", "no such host"), null);
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return of(Kind.UNREACHABLE, Map.of("detail", "no connection in time"), cause);
    }
    if (cause instanceof ConnectException) {
      return of(Kind.UNREACHABLE, Map.of("detail", "connection refused"), cause);
    }
    if (cause instanceof SSLException) {
      return of(Kind.UNREACHABLE, Map.of("detail", "TLS: " + said), cause);
    }
    return of(Kind.UNREACHABLE, Map.of("detail", said), cause);
  }

  /** A status other than success, with the beginning of its body. */
  ModelFailure status(int status, HttpHeaders headers, String body) {
    if (status >= 300 && status < 400) {
      String target = headers.firstValue("Location").orElse("an unnamed address");
      return of(Kind.REDIRECTED, Map.of("status", "" + status, "detail", target), null);
    }
    Kind kind = kindOf(status, ProtocolCheck.errorCode(body));
    Duration wait =
        headers
            .firstValue("Retry-After")
            .flatMap(value -> Backoff.retryAfter(value, Instant.now()))
            .orElse(null);
    String shownWait = wait == null ? "a while" : wait.toSeconds() + " s";
    String detail = ProtocolCheck.errorDetail(body);
    return new ModelFailure(
        kind,
        arguments(
            Map.of(
                "status",
                "" + status,
                "detail",
                detail.isBlank() ? "no reason given" : detail,
                "wait",
                shownWait)),
        wait,
        null);
  }

  private static Kind kindOf(int status, String code) {
    if (status == 402 || code.contains("insufficient_quota")) {
      return Kind.OUT_OF_QUOTA;
    }
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404 -> Kind.NOT_FOUND;
      case 408, 409 -> Kind.SERVER_ERROR;
      case 429 -> Kind.RATE_LIMITED;
      default -> status >= 500 ? Kind.SERVER_ERROR : Kind.BAD_REQUEST;
    };
  }

  private ModelFailure of(Kind kind, Map<String, String> more, @Nullable Throwable cause) {
    return new ModelFailure(kind, arguments(more), null, cause);
  }

  private Map<String, String> arguments(Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("endpoint", settings.baseUrl().toString());
    arguments.put("model", settings.model());
    more.forEach((name, value) -> arguments.put(name, redacted(value)));
    return arguments;
  }

  private String redacted(String text) {
    return settings.key().map(key -> key.redact(text)).orElse(text);
  }

  private static boolean isIn(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
