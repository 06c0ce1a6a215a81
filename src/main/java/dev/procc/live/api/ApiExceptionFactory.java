package dev.procc.live.api;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.api.ApiException.Advice;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.api.ApiException.FailedResponse;
import dev.procc.live.http.TransportException;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// The factory of the client's exceptions: one clear message each, with what to do about it.
final class ApiExceptionFactory {
  private final URI base;
  private final Credentials credentials;
  private final UnaryOperator<String> mask;

  /// @param mask removes secrets from the server's text
  ApiExceptionFactory(URI base, Credentials credentials, UnaryOperator<String> mask) {
    this.base = base;
    this.credentials = credentials;
    this.mask = mask;
  }

  /// What to look at where a host does not answer: on this machine it is the emulator.
  private String unreachable() {
    String name = String.valueOf(base.getHost());
    return base.getPort() > 0 && (name.equals("127.0.0.1") || name.equals("localhost"))
        ? "If it is the emulator, start it: procc emulate --port "
            + base.getPort()
            + "; else check PROCC_API_URL"
        : "Check the region or PROCC_API_URL, the network, and HTTPS_PROXY";
  }

  private String host() {
    return base.getRawAuthority();
  }

  /// The exception for a response other than 2xx.
  ApiException of(ApiOperation operation, ApiResponse response) {
    ApiError error = ApiError.of(parseOrNull(response.body()));
    String serverText = serverText(error, response);
    ApiErrorKind kind = kindOf(response.status());
    Advice advice =
        switch (kind) {
          case AUTH, FORBIDDEN, NETWORK -> accessAdvice(kind, operation, serverText);
          case NOT_FOUND ->
              cannot(operation, response.path() + " was not found (404)", notFoundHelp(operation));
          case CONFLICT ->
              cannot(
                  operation,
                  "it is not in the state for that (409)" + serverText,
                  conflictHelp(operation));
          case RATE_LIMITED ->
              cannot(
                  operation,
                  "the rate limit was still exceeded after every wait (429)" + serverText,
                  "Wait some minutes; other programs use the same limit");
          default -> otherAdvice(operation, response.status(), serverText);
        };
    return new ApiException(kind, operation, advice, FailedResponse.of(response, error), null);
  }

  /// The exception for a 429 that asks for a longer wait than is made.
  ApiException waitTooLong(ApiOperation operation, ApiResponse response, Duration asked) {
    String reason =
        "the server asks to wait "
            + asked.toMinutes()
            + " min (429), procc waits at most "
            + RetryDelay.MAX_WAIT.toMinutes();
    return new ApiException(
        ApiErrorKind.RATE_LIMITED,
        operation,
        cannot(operation, reason, "Try again after that time"),
        FailedResponse.of(response, null),
        null);
  }

  private static ApiErrorKind kindOf(int status) {
    return switch (status) {
      case 401 -> ApiErrorKind.AUTH;
      case 403 -> ApiErrorKind.FORBIDDEN;
      case 404 -> ApiErrorKind.NOT_FOUND;
      case 407 -> ApiErrorKind.NETWORK;
      case 409 -> ApiErrorKind.CONFLICT;
      case 429 -> ApiErrorKind.RATE_LIMITED;
      default ->
          status >= 500
              ? ApiErrorKind.SERVER
              : status >= 400 ? ApiErrorKind.REFUSED : ApiErrorKind.PROTOCOL;
    };
  }

  private Advice accessAdvice(ApiErrorKind kind, ApiOperation operation, String serverText) {
    return switch (kind) {
      case AUTH -> new Advice(host() + " did not accept the token (401)" + serverText, tokenHelp());
      case FORBIDDEN ->
          cannot(
              operation,
              "the token may not (403)" + serverText,
              "It needs the scope "
                  + operation.scope()
                  + ", and its user the permission in Workiva");
      default ->
          new Advice(
              "The proxy wants a user and a password (407)",
              "Write them into HTTPS_PROXY: http://user:password@proxy:3128");
    };
  }

  private Advice otherAdvice(ApiOperation operation, int status, String serverText) {
    if (status >= 500) {
      boolean safe = operation.repeatPolicy() == ApiOperation.RepeatPolicy.SAFE;
      return cannot(
          operation,
          "the server failed ("
              + status
              + ")"
              + serverText
              + (safe ? "" : "; it may still have been done"),
          safe
              ? "Try again later; with the request id its support can look it up"
              : "Look before repeating: procc apply --resume does");
    }
    if (status == 413) {
      return cannot(
          operation,
          "the request is too large (413)" + serverText,
          "The API takes 10 MiB at once: split the process");
    }
    if (status >= 400) {
      return cannot(
          operation,
          "the API refused the request (" + status + ")" + serverText,
          "Correct what it names; procc lint and procc validate find most of it before");
    }
    return cannot(
        operation,
        host() + " answered with status " + status,
        "Check that the API URL names the API itself, not a page or a redirect");
  }

  private static Advice cannot(ApiOperation operation, String reason, String help) {
    return new Advice("Cannot " + operation.description() + ": " + reason, help);
  }

  /// The exception for a call without a complete response.
  ApiException of(ApiOperation operation, TransportException failure, String path) {
    if (!failure.mayHaveArrived()) {
      boolean untrusted = failure.getMessage().contains("not trusted");
      return new ApiException(
          ApiErrorKind.NETWORK,
          operation,
          new Advice(
              "Cannot reach " + host() + ": " + failure.getMessage(),
              untrusted
                  ? "Behind a proxy with its own certificates, name their file in PROCC_CA_FILE"
                  : unreachable()),
          FailedResponse.NONE,
          failure);
    }
    boolean safe = operation.repeatPolicy() == ApiOperation.RepeatPolicy.SAFE;
    return new ApiException(
        ApiErrorKind.LOST,
        operation,
        new Advice(
            "No answer from "
                + host()
                + " to "
                + operation.method()
                + " "
                + path
                + ": "
                + mask.apply(failure.getMessage())
                + (safe ? "" : "; it may have been done"),
            safe ? "Try again" : "Look before repeating: procc apply --resume does"),
        FailedResponse.NONE,
        failure);
  }

  ApiException protocol(ApiOperation operation, ApiResponse response, String problem) {
    return new ApiException(
        ApiErrorKind.PROTOCOL,
        operation,
        cannot(operation, problem, "Check that the API URL names the API itself, and its version"),
        FailedResponse.of(response, null),
        null);
  }

  ApiException noToken(ApiOperation operation) {
    return ApiException.notSent(
        ApiErrorKind.AUTH,
        operation,
        "There is no token for " + host(),
        "Set PROCC_TOKEN, PROCC_TOKEN_FILE, or PROCC_CLIENT_ID and PROCC_CLIENT_SECRET");
  }

  ApiException badToken(ApiOperation operation, String problem, String help) {
    return ApiException.notSent(ApiErrorKind.AUTH, operation, problem, help);
  }

  ApiException untrustedHost(ApiOperation operation, URI uri) {
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    return ApiException.notSent(
        ApiErrorKind.UNTRUSTED_HOST,
        operation,
        "\"" + origin + "\" gets no token: it is not a host of Workiva",
        "If you trust it: export PROCC_API_URL="
            + origin
            + " (a project file alone cannot say so)");
  }

  ApiException interrupted(ApiOperation operation) {
    return ApiException.notSent(
        ApiErrorKind.INTERRUPTED, operation, "Stopped before the call was sent", "Try again");
  }

  /// The server's text for the end of a message, on one line.
  private String serverText(ApiError error, ApiResponse response) {
    StringBuilder text = new StringBuilder();
    if (error.message().isBlank()) {
      if (response.body().isBlank() || response.body().stripLeading().startsWith("<")) {
        return "";
      }
      text.append(response.body());
    } else {
      text.append(withoutFullStop(error.message()));
      if (!error.target().isEmpty()) {
        text.append(" (").append(error.target()).append(')');
      }
      for (ApiError detail : error.details()) {
        text.append("; ").append(withoutFullStop(detail.message()));
        if (!detail.target().isEmpty()) {
          text.append(" (").append(detail.target()).append(')');
        }
      }
    }
    String line = mask.apply(text.toString()).replaceAll("\\p{Cntrl}+", " ").strip();
    line = line.length() > 400 ? line.substring(0, 400) + "…" : line;
    line = withoutFullStop(line);
    return line.isEmpty() ? "" : ": " + line;
  }

  private static String withoutFullStop(String text) {
    String line = text.strip();
    while (line.endsWith(".") || line.endsWith("!")) {
      line = line.substring(0, line.length() - 1);
    }
    return line;
  }

  private String tokenHelp() {
    return switch (credentials) {
      case Credentials.AccessToken t ->
          "Tokens end after about 10 minutes: set a new PROCC_TOKEN, or PROCC_CLIENT_ID and"
              + " PROCC_CLIENT_SECRET to have them fetched";
      case Credentials.TokenFile f -> "Renew the token in " + f.path();
      case Credentials.Client c -> "Check that the client " + c.id() + " belongs to this region";
      case Credentials.None n ->
          "Set PROCC_TOKEN, PROCC_TOKEN_FILE, or PROCC_CLIENT_ID and PROCC_CLIENT_SECRET";
    };
  }

  private static String notFoundHelp(ApiOperation operation) {
    return switch (operation) {
      case LIST, CREATE -> "Check the API URL and that the workspace has the Processes API";
      case GET_RUN, ADD_JOBS ->
          "The run may belong to another target: procc status shows what is known";
      case RESTORE -> "It is not in the bin of this workspace";
      default -> "It may be in the bin (procc restore) or belong to another target";
    };
  }

  private static String conflictHelp(ApiOperation operation) {
    return switch (operation) {
      case RUN -> "A run may be active already: procc status shows it";
      case RESTORE -> "Only a process in the bin can be restored";
      case ADD_JOBS -> "This call added nothing. Plan again: procc plan --run KEY";
      case TRASH -> "It may be in the bin already, or running";
      default -> "Plan again: procc plan shows what it is now";
    };
  }

  static Json parseOrNull(String body) {
    try {
      return body.isBlank() ? Json.NULL : JsonReader.read(body);
    } catch (JsonException notJson) {
      return Json.NULL;
    }
  }
}
