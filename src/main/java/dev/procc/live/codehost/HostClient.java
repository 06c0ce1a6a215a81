package dev.procc.live.codehost;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.text.QuotedText;
import dev.procc.live.codehost.CodeHostException.Kind;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.http.HttpTransport;
import dev.procc.live.http.Sleeper;
import dev.procc.live.http.TransportException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A client for JSON calls to a code host: it repeats what may be repeated, does not repeat what
/// may have been carried out, and waits for rate limits.
final class HostClient implements AutoCloseable {
  private static final int MAX_REPEATS = 3;
  private static final int MAX_WAITS = 5;
  private static final int MAX_PAGES = 200;

  /// The longest requested wait that is made.
  private static final Duration MAX_WAIT = Duration.ofMinutes(5);

  /// The means to wait and to say why.
  record Waiting(Clock clock, Sleeper sleeper, Consumer<String> notes) {}

  /// A call to send.
  ///
  /// @param path from the first slash after the base, with its query; or a whole URL
  /// @param repeatable whether it may be carried out twice
  /// @param permission that the token needs, in the host's words
  record HostCall(
      String method, String path, @Nullable Json body, boolean repeatable, String permission) {
    static HostCall get(String path, String permission) {
      return new HostCall("GET", path, null, true, permission);
    }
  }

  private final HostSettings settings;
  private final Waiting waiting;
  private final HttpTransport transport;

  HostClient(HostSettings settings, Waiting waiting) throws IOException, GeneralSecurityException {
    this.settings = settings;
    this.waiting = waiting;
    this.transport = new HttpTransport(settings.http());
  }

  /// The body of a successful response; JSON null if there is none.
  Json call(HostCall call) throws CodeHostException {
    return json(send(call));
  }

  /// The body of a successful response, which has to be one object.
  Json.Obj object(HostCall call) throws CodeHostException {
    if (call(call) instanceof Json.Obj object) {
      return object;
    }
    throw new CodeHostException(
        Kind.LOST, settings.hostName() + " answered " + call.path() + " with no object", null);
  }

  /// The failure that a response describes, after our own words.
  CodeHostException refused(String what, Json.Obj answer, String permission) {
    String said = said(answer);
    return new CodeHostException(Kind.REFUSED, what + said, hint(said, permission));
  }

  /// The elements of all pages, by the `Link` header.
  List<Json.Obj> pages(String path, String permission) throws CodeHostException {
    List<Json.Obj> all = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    for (int page = 0; next.isPresent(); page++) {
      if (page == MAX_PAGES) {
        throw new CodeHostException(
            Kind.REFUSED, settings.hostName() + " has more than " + MAX_PAGES + " pages", null);
      }
      HttpResponse<byte[]> response = send(HostCall.get(next.get(), permission));
      if (!(json(response) instanceof Json.Arr list)) {
        throw new CodeHostException(
            Kind.REFUSED, settings.hostName() + " answered " + path + " with no list", null);
      }
      for (Json item : list.items()) {
        if (item instanceof Json.Obj each) {
          all.add(each);
        }
      }
      next = nextPage(response);
    }
    return all;
  }

  /// The elements of all pages, the newest first; some hosts list the oldest first.
  List<Json.Obj> newestFirst(String path, String permission) throws CodeHostException {
    List<Json.Obj> all = pages(path, permission);
    all.sort(Comparator.comparing((Json.Obj each) -> each.integer("id").orElse(0L)).reversed());
    return all;
  }

  /// `<https://api.github.com/...?page=2>; rel="next"`.
  private static Optional<String> nextPage(HttpResponse<byte[]> response) {
    for (String header : response.headers().allValues("link")) {
      for (String link : header.split(",", -1)) {
        int end = link.indexOf('>');
        if (end > 0 && link.contains("rel=\"next\"") && link.strip().startsWith("<")) {
          return Optional.of(link.substring(link.indexOf('<') + 1, end));
        }
      }
    }
    return Optional.empty();
  }

  private URI address(String path) throws CodeHostException {
    try {
      URI uri = URI.create(path.startsWith("/") ? settings.base() + path : path);
      if (ApiOrigin.isSameServer(uri, settings.base())) {
        return uri;
      }
    } catch (IllegalArgumentException noAddress) {
      // Reported below.
    }
    throw new CodeHostException(
        Kind.REFUSED,
        settings.hostName()
            + " leads to "
            + QuotedText.quoted(settings.withoutToken(path))
            + ", which gets no token",
        null);
  }

  private HttpResponse<byte[]> send(HostCall call) throws CodeHostException {
    HttpRequest request = request(call);
    int waits = 0;
    int repeats = 0;
    while (true) {
      boolean mayRepeat = repeats < MAX_REPEATS;
      try {
        HttpResponse<byte[]> response = transport.send(request);
        int status = response.statusCode();
        Optional<Duration> limit = rateLimit(response, waits);
        if (limit.isPresent() && waits++ < MAX_WAITS) {
          pause(limit.get(), "rate limit of " + settings.hostName());
        } else if (status >= 500 && call.repeatable() && mayRepeat) {
          pause(Duration.ofSeconds(1L << repeats++), settings.hostName() + " failed: " + status);
        } else if (status >= 200 && status < 300) {
          return response;
        } else {
          throw failure(call, response);
        }
      } catch (TransportException e) {
        if (!mayRepeat || (e.mayHaveArrived() && !call.repeatable())) {
          throw unreachable(call, e);
        }
        pause(Duration.ofSeconds(1L << repeats++), settings.hostName() + ": " + e.getMessage());
      }
    }
  }

  private HttpRequest request(HostCall call) throws CodeHostException {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(address(call.path()))
            .timeout(settings.route().timeout())
            .header("Accept", "application/json")
            .header("User-Agent", settings.userAgent())
            .header(settings.authorization(), settings.token());
    Json body = call.body();
    if (body == null) {
      return http.method(call.method(), BodyPublishers.noBody()).build();
    }
    return http.header("Content-Type", "application/json")
        .method(call.method(), BodyPublishers.ofString(body.write()))
        .build();
  }

  /// The wait that a rate limit asks for. GitHub's is a 403 or 429: with `retry-after`, with no
  /// calls remaining until `x-ratelimit-reset`, or in words alone, which means a minute.
  private Optional<Duration> rateLimit(HttpResponse<byte[]> response, int waits) {
    if (!isRateLimited(response)) {
      return Optional.empty();
    }
    long now = waiting.clock().instant().getEpochSecond();
    boolean used = number(response, "x-ratelimit-remaining").equals(Optional.of(0L));
    long otherwise = response.statusCode() == 403 && !used ? 60 : 1L << waits;
    long seconds =
        number(response, "retry-after")
            .orElseGet(() ->
                number(response, "x-ratelimit-reset")
                    .filter(end -> used || response.statusCode() == 429)
                    .map(end -> end - now)
                    .orElse(otherwise));
    Duration wait = Duration.ofSeconds(Math.max(1, seconds));
    return wait.compareTo(MAX_WAIT) > 0 ? Optional.empty() : Optional.of(wait);
  }

  private boolean isRateLimited(HttpResponse<byte[]> response) {
    return response.statusCode() == 429
        || response.statusCode() == 403
            && (number(response, "retry-after").isPresent()
                || number(response, "x-ratelimit-remaining").equals(Optional.of(0L))
                || isOfRateLimit(said(response)));
  }

  private static boolean isOfRateLimit(String said) {
    return said.toLowerCase(Locale.ROOT).contains("rate limit");
  }

  private static Optional<Long> number(HttpResponse<byte[]> response, String header) {
    String text = response.headers().firstValue(header).orElse("").strip();
    boolean digits =
        !text.isEmpty() && text.length() < 16 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private void pause(Duration time, String why) throws CodeHostException {
    waiting.notes().accept("waiting " + time.toSeconds() + " s: " + why);
    try {
      waiting.sleeper().sleep(time);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CodeHostException(Kind.LOST, "interrupted", null);
    }
  }

  private CodeHostException unreachable(HostCall call, TransportException e) {
    String host = settings.hostName() + " at " + settings.base().getHost();
    return new CodeHostException(
        e.mayHaveArrived() && !call.repeatable() ? Kind.LOST : Kind.REFUSED,
        host + " gave no answer: " + e.getMessage(),
        "what was to be written there is still in its file; try again");
  }

  private CodeHostException failure(HostCall call, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    String said = said(response);
    String host = settings.hostName();
    return switch (status) {
      case 401 ->
          new CodeHostException(
              Kind.REFUSED, host + " does not take the token" + said, "it may have expired");
      case 403, 429 ->
          isRateLimited(response)
              ? new CodeHostException(
                  Kind.REFUSED,
                  host + " has had too many calls" + said,
                  "try again when its limit has ended")
              : new CodeHostException(
                  Kind.REFUSED,
                  host + " forbids " + call.method() + " " + pathOf(call) + said,
                  hint(said, call.permission()));
      case 404, 410 ->
          new CodeHostException(
              Kind.NOT_FOUND,
              host + " has no " + pathOf(call) + said,
              "it is gone, switched off, or the token may not see it: it needs "
                  + call.permission());
      case 301, 302, 307, 308 ->
          new CodeHostException(
              Kind.REFUSED,
              host + " has moved " + pathOf(call) + " to another address, which gets no token",
              "set the variables of the job to where it is now");
      default ->
          new CodeHostException(
              status >= 500 && !call.repeatable() ? Kind.LOST : Kind.REFUSED,
              host + " answered " + call.method() + " " + pathOf(call) + " with " + status + said,
              status >= 500
                  ? "what was to be written there is still in its file; try again"
                  : null);
    };
  }

  /// What helps where the host refuses: the permission, unless it gives another reason.
  private static String hint(String said, String permission) {
    return isOfRateLimit(said)
        ? "try again when its limit has ended"
        : "the token needs " + permission;
  }

  private static String pathOf(HostCall call) {
    int query = call.path().indexOf('?');
    return query < 0 ? call.path() : call.path().substring(0, query);
  }

  /// The host's own message: `: Resource not accessible by integration`.
  private String said(HttpResponse<byte[]> response) {
    try {
      return JsonReader.read(text(response)) instanceof Json.Obj error ? said(error) : "";
    } catch (JsonException notJson) {
      return ""; // a proxy's page has no message
    }
  }

  private String said(Json.Obj error) {
    Json message = error.has("message") ? error.get("message") : error.get("error");
    if (message == null
        && error.items("errors").stream().findFirst().orElse(null) instanceof Json.Obj one) {
      message = one.get("message");
    }
    String words =
        message instanceof Json.Str text ? text.value() : message == null ? "" : message.write();
    words = settings.withoutToken(words);
    int end = words.offsetByCodePoints(0, Math.min(200, words.codePointCount(0, words.length())));
    return words.isEmpty()
        ? ""
        : ": " + words.substring(0, end) + (end < words.length() ? "..." : "");
  }

  private Json json(HttpResponse<byte[]> response) throws CodeHostException {
    String text = text(response);
    try {
      return text.isBlank() ? Json.NULL : JsonReader.read(text);
    } catch (JsonException notJson) {
      throw new CodeHostException(
          Kind.LOST,
          settings.hostName() + " answered with something that is not JSON",
          "is its address right? It is " + settings.base());
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    transport.close();
  }
}
