package dev.procc.live.api;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.api.ApiException.Kind;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Words for what went wrong: one clear message each, with the way out.
final class Failures {
  private final URI base;
  private final Credentials credentials;
  private final UnaryOperator<String> mask;

  /// @param mask takes secrets out of what the server says
  Failures(URI base, Credentials credentials, UnaryOperator<String> mask) {
    this.base = base;
    this.credentials = credentials;
    this.mask = mask;
  }

  private String host() {
    return base.getRawAuthority();
  }

  ApiException of(Operation operation, Answer answer) {
    Fault fault = Fault.of(json(answer.body()));
    String said = said(fault, answer);
    return switch (answer.status()) {
      case 401 ->
          make(
              Kind.AUTH,
              operation,
              answer,
              fault,
              host() + " did not accept the token (401)" + said,
              tokenHelp());
      case 403 ->
          make(
              Kind.FORBIDDEN,
              operation,
              answer,
              fault,
              cannot(operation) + ": the token may not (403)" + said,
              "It needs the scope "
                  + operation.scope()
                  + ", and its user the permission in Workiva");
      case 404 ->
          make(
              Kind.NOT_FOUND,
              operation,
              answer,
              fault,
              cannot(operation) + ": " + answer.path() + " was not found (404)",
              notFoundHelp(operation));
      case 407 ->
          make(
              Kind.NETWORK,
              operation,
              answer,
              fault,
              "The proxy wants a user and a password (407)",
              "Write them into HTTPS_PROXY: http://user:password@proxy:3128");
      case 409 ->
          make(
              Kind.CONFLICT,
              operation,
              answer,
              fault,
              cannot(operation) + ": it is not in the state for that (409)" + said,
              conflictHelp(operation));
      case 413 ->
          make(
              Kind.REFUSED,
              operation,
              answer,
              fault,
              cannot(operation) + ": the request is too large (413)" + said,
              "The API takes 10 MiB at once: split the process");
      case 429 ->
          make(
              Kind.RATE_LIMITED,
              operation,
              answer,
              fault,
              cannot(operation)
                  + ": the rate limit was still exceeded after every wait (429)"
                  + said,
              "Wait some minutes; other programs use the same limit");
      default -> other(operation, answer, fault, said);
    };
  }

  private ApiException other(Operation operation, Answer answer, Fault fault, String said) {
    int status = answer.status();
    if (status >= 500) {
      String doubt =
          operation.repeat() == Operation.Repeat.SAFE ? "" : "; it may still have been done";
      return make(
          Kind.SERVER,
          operation,
          answer,
          fault,
          cannot(operation) + ": the server failed (" + status + ")" + said + doubt,
          operation.repeat() == Operation.Repeat.SAFE
              ? "Try again later; with the request id its support can look it up"
              : "Look before repeating: procc apply --resume does");
    }
    if (status >= 400) {
      return make(
          Kind.REFUSED,
          operation,
          answer,
          fault,
          cannot(operation) + ": the API refused the request (" + status + ")" + said,
          "Correct what it names; procc lint and procc validate find most of it before");
    }
    return make(
        Kind.PROTOCOL,
        operation,
        answer,
        fault,
        cannot(operation) + ": " + host() + " answered with status " + status,
        "Check that the API URL names the API itself, not a page or a redirect");
  }

  ApiException of(Operation operation, BrokenCall broken, String path) {
    if (!broken.sent()) {
      boolean untrusted = broken.getMessage().contains("not trusted");
      return new ApiException(
          Kind.NETWORK,
          operation,
          0,
          "Cannot reach " + host() + ": " + broken.getMessage(),
          untrusted
              ? "Behind a proxy with its own certificates, name their file in PROCC_CA_FILE"
              : "Check the region or PROCC_API_URL, the network, and HTTPS_PROXY",
          "",
          null,
          broken);
    }
    boolean safe = operation.repeat() == Operation.Repeat.SAFE;
    return new ApiException(
        Kind.LOST,
        operation,
        0,
        "No answer from "
            + host()
            + " to "
            + operation.method()
            + " "
            + path
            + ": "
            + mask.apply(broken.getMessage())
            + (safe ? "" : "; it may have been done"),
        safe ? "Try again" : "Look before repeating: procc apply --resume does",
        "",
        null,
        broken);
  }

  ApiException protocol(Operation operation, Answer answer, String what) {
    return make(
        Kind.PROTOCOL,
        operation,
        answer,
        null,
        cannot(operation) + ": " + what,
        "Check that the API URL names the API itself, and its version");
  }

  ApiException noToken(Operation operation) {
    return ApiException.unsent(
        Kind.AUTH,
        operation,
        "There is no token for " + host(),
        "Set PROCC_TOKEN, PROCC_TOKEN_FILE, or PROCC_CLIENT_ID and PROCC_CLIENT_SECRET");
  }

  ApiException badToken(Operation operation, String what, String help) {
    return ApiException.unsent(Kind.AUTH, operation, what, help);
  }

  ApiException untrustedHost(Operation operation, URI uri) {
    return ApiException.unsent(
        Kind.UNTRUSTED_HOST,
        operation,
        "\""
            + uri.getScheme()
            + "://"
            + uri.getRawAuthority()
            + "\" gets no token: it is not a host of the platform",
        "If it is yours, name it in the environment, PROCC_API_URL; a project file cannot");
  }

  ApiException interrupted(Operation operation) {
    return ApiException.unsent(
        Kind.INTERRUPTED, operation, "Stopped before the call was sent", "Run the command again");
  }

  private ApiException make(
      Kind kind,
      Operation operation,
      Answer answer,
      @Nullable Fault fault,
      String message,
      String help) {
    return new ApiException(
        kind, operation, answer.status(), message, help, answer.requestId(), fault, null);
  }

  private static String cannot(Operation operation) {
    return "Cannot " + operation.words();
  }

  /// What the server said, for the end of a message, on one line.
  private String said(Fault fault, Answer answer) {
    StringBuilder text = new StringBuilder();
    if (fault.message().isBlank()) {
      if (answer.body().isBlank() || answer.body().stripLeading().startsWith("<")) {
        return "";
      }
      text.append(answer.body());
    } else {
      text.append(unstopped(fault.message()));
      if (!fault.target().isEmpty()) {
        text.append(" (").append(fault.target()).append(')');
      }
      for (Fault detail : fault.details()) {
        text.append("; ").append(unstopped(detail.message()));
        if (!detail.target().isEmpty()) {
          text.append(" (").append(detail.target()).append(')');
        }
      }
    }
    String line = mask.apply(text.toString()).replaceAll("\\p{Cntrl}+", " ").strip();
    line = line.length() > 400 ? line.substring(0, 400) + "…" : line;
    line = unstopped(line);
    return line.isEmpty() ? "" : ": " + line;
  }

  private static String unstopped(String text) {
    String line = text.strip();
    while (line.endsWith(".") || line.endsWith("!")) {
      line = line.substring(0, line.length() - 1);
    }
    return line;
  }

  private String tokenHelp() {
    return switch (credentials) {
      case Credentials.Token t ->
          "Tokens end after about 10 minutes: set a new PROCC_TOKEN, or PROCC_CLIENT_ID and"
              + " PROCC_CLIENT_SECRET to have them fetched";
      case Credentials.TokenFile f -> "Renew the token in " + f.path();
      case Credentials.Client c -> "Check that the client " + c.id() + " belongs to this region";
      case Credentials.None n ->
          "Set PROCC_TOKEN, PROCC_TOKEN_FILE, or PROCC_CLIENT_ID and PROCC_CLIENT_SECRET";
    };
  }

  private static String notFoundHelp(Operation operation) {
    return switch (operation) {
      case LIST, CREATE -> "Check the API URL and that the workspace has the Processes API";
      case GET_RUN, ADD_JOBS ->
          "The run may belong to another target: procc status shows what is known";
      case RESTORE -> "It is not in the bin of this workspace";
      default -> "It may be in the bin (procc restore) or belong to another target";
    };
  }

  private static String conflictHelp(Operation operation) {
    return switch (operation) {
      case RUN -> "A run may be active already: procc status shows it";
      case RESTORE -> "Only a process in the bin can be restored";
      case TRASH -> "It may be in the bin already, or running";
      default -> "Plan again: procc plan shows what it is now";
    };
  }

  static Json json(String body) {
    try {
      return body.isBlank() ? Json.NULL : JsonReader.read(body);
    } catch (JsonException notJson) {
      return Json.NULL;
    }
  }
}
