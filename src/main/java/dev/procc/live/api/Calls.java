package dev.procc.live.api;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.procc.live.api.ApiException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Carries one call to its answer: token, budget, repeats.
///
/// Failsafe decides whether there is another attempt; the waiting itself is done here, before the
/// attempt, by the injected pause, because Failsafe sleeps on the real clock only.
final class Calls implements AutoCloseable {
  /// Waits of 1, 2 and 4 s between four attempts.
  private static final int REPEATS = 3;

  /// A policy that is told of no exception repeats after every one: blind creates included.
  private static final List<Class<? extends Throwable>> NO_EXCEPTION = List.of(Never.class);

  private static final class Never extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final ApiSettings settings;
  private final Clock clock;
  private final Pause pause;
  private final ApiEvents events;
  private final Transport transport;
  private final Tokens tokens;
  private final Budget budget;
  private final AtomicReference<@Nullable Duration> skew = new AtomicReference<>();

  Calls(ApiSettings settings, Clock clock, Pause pause, ApiEvents events)
      throws IOException, GeneralSecurityException {
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    this.events = events;
    transport = new Transport(settings);
    budget = new Budget(settings.callsPerMinute(), clock, pause, events);
    tokens =
        new Tokens(
            settings.credentials(),
            clock,
            form ->
                answer(
                    new Request(
                        Operation.TOKEN,
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        form)),
            settings);
  }

  /// One call to make.
  ///
  /// @param path from the first slash, with its query
  /// @param contentType of the body; empty where there is none
  /// @param versioned whether `X-Version` is sent
  record Request(
      Operation operation,
      String path,
      String contentType,
      @Nullable String body,
      boolean versioned) {
    Request(Operation operation, String path, String contentType, @Nullable String body) {
      this(operation, path, contentType, body, true);
    }
  }

  Failures failures() {
    return tokens.failures();
  }

  /// The server's clock, once it has answered.
  Optional<Instant> serverTime() {
    return Optional.ofNullable(skew.get()).map(clock.instant()::plus);
  }

  /// @throws ApiException for every answer that is not a success
  Answer call(Request request) throws ApiException {
    Answer answer = answer(request);
    if (!answer.ok()) {
      throw failures().of(request.operation(), answer);
    }
    return answer;
  }

  /// The last answer, success or not, after all repeats that are allowed.
  Answer answer(Request request) throws ApiException {
    URI uri = settings.base().resolve(request.path());
    if (!TokenHosts.sameOrigin(uri, settings.base())
        || !TokenHosts.mayHaveToken(uri, settings.trusted())) {
      throw failures().untrustedHost(request.operation(), uri);
    }
    Attempts attempts = new Attempts(request, uri);
    try {
      return policies(request.operation()).get(attempts::next);
    } catch (FailsafeException e) {
      throw unwrap(request, e);
    }
  }

  private ApiException unwrap(Request request, FailsafeException e) {
    return switch (e.getCause()) {
      case ApiException known -> known;
      case BrokenCall broken -> failures().of(request.operation(), broken, request.path());
      case InterruptedException stop -> {
        Thread.currentThread().interrupt();
        yield failures().interrupted(request.operation());
      }
      case null, default -> throw e;
    };
  }

  private static FailsafeExecutor<Answer> policies(Operation operation) {
    RetryPolicy<Answer> rate =
        RetryPolicy.<Answer>builder()
            .handle(NO_EXCEPTION)
            .handleResultIf(a -> a != null && a.status() == 429)
            .withMaxRetries(RateLimit.WAITS)
            .build();
    RetryPolicy<Answer> trouble =
        RetryPolicy.<Answer>builder()
            .handleResultIf(
                a -> a != null && a.status() >= 500 && operation.repeat() == Operation.Repeat.SAFE)
            .handleIf(e -> e instanceof BrokenCall b && mayRepeat(operation, b))
            .withMaxRetries(REPEATS)
            .build();
    RetryPolicy<Answer> token =
        RetryPolicy.<Answer>builder()
            .handle(NO_EXCEPTION)
            .handleResultIf(a -> a != null && a.status() == 401 && operation != Operation.TOKEN)
            .withMaxRetries(1)
            .build();
    return Failsafe.with(rate, trouble, token);
  }

  /// A request that never left may be repeated whatever it does. A certificate stays what it is.
  private static boolean mayRepeat(Operation operation, BrokenCall broken) {
    if (broken.getCause() instanceof javax.net.ssl.SSLException) {
      return false;
    }
    return !broken.sent() || operation.repeat() == Operation.Repeat.SAFE;
  }

  /// The attempts of one call; each waits first for what the one before it asked for.
  private final class Attempts {
    private final Request request;
    private final URI uri;
    private int count;
    private int rateWaits;
    private int troubles;
    private boolean renewed;
    private @Nullable Answer last;
    private @Nullable BrokenCall broken;
    private String lastToken = "";

    Attempts(Request request, URI uri) {
      this.request = request;
      this.uri = uri;
    }

    Answer next() throws ApiException, InterruptedException, BrokenCall {
      Answer before = last;
      if (before != null || broken != null) {
        Answer end = between(before);
        if (end != null) {
          return end;
        }
      }
      budget.take(request.operation());
      String token =
          request.operation() == Operation.TOKEN ? "" : tokens.bearer(request.operation());
      lastToken = token;
      count++;
      return send(token);
    }

    /// Waits as the last answer asks.
    ///
    /// @return that answer again where another attempt has no sense; the policies then give up
    private @Nullable Answer between(@Nullable Answer before)
        throws ApiException, InterruptedException {
      if (before != null && before.status() == 401) {
        boolean other = !renewed && tokens.renew(lastToken);
        renewed = true;
        return other ? null : before;
      }
      if (before != null && before.status() == 429) {
        RateLimit limit = RateLimit.of(before, clock.instant(), rateWaits++);
        if (limit.time().compareTo(RateLimit.LONGEST) > 0) {
          throw failures().of(request.operation(), before);
        }
        budget.holdUntil(request.operation(), clock.instant().plus(limit.time()), limit.why());
        return null;
      }
      RateLimit limit =
          before != null && before.status() == 503
              ? RateLimit.of(before, clock.instant(), troubles++)
              : new RateLimit(RateLimit.backOff(troubles++), "");
      Duration wait =
          limit.time().compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : limit.time();
      events.waiting(request.operation(), wait, trouble(before));
      pause.pause(wait);
      return null;
    }

    private String trouble(@Nullable Answer before) {
      BrokenCall call = broken;
      return call == null
          ? "the server failed (" + (before == null ? 0 : before.status()) + ")"
          : call.getMessage();
    }

    private Answer send(String token) throws BrokenCall {
      Instant start = clock.instant();
      last = null;
      broken = null;
      try {
        Answer answer = transport.send(request.operation(), http(token));
        answer.date().ifPresent(d -> skew.set(Duration.between(clock.instant(), d)));
        last = answer;
        tell(start, answer.status(), answer.body().length(), answer.requestId());
        return answer;
      } catch (BrokenCall e) {
        broken = e;
        tell(start, 0, 0, "");
        throw e;
      }
    }

    private HttpRequest http(String token) {
      HttpRequest.Builder http =
          HttpRequest.newBuilder(uri)
              .timeout(settings.timeout())
              .header("Accept", "application/json")
              .header("User-Agent", settings.userAgent());
      if (request.versioned()) {
        http.header("X-Version", settings.version());
      }
      if (!token.isEmpty()) {
        http.header("Authorization", "Bearer " + token);
      }
      String body = request.body();
      if (body == null) {
        http.method(request.operation().method(), BodyPublishers.noBody());
      } else {
        http.header("Content-Type", request.contentType());
        http.method(request.operation().method(), BodyPublishers.ofString(body));
      }
      return http.build();
    }

    private void tell(Instant start, int status, int received, String requestId) {
      String body = request.body();
      int sent = body == null ? 0 : body.getBytes(StandardCharsets.UTF_8).length;
      events.called(
          new ApiEvents.Call(
              request.operation(),
              request.path(),
              status,
              count,
              Duration.between(start, clock.instant()),
              sent,
              received,
              requestId));
    }
  }

  /// A body that the platform would refuse for its size is not sent at all.
  void checkSize(Request request) throws ApiException {
    String body = request.body();
    if (body != null && body.getBytes(StandardCharsets.UTF_8).length > Transport.LARGEST_REQUEST) {
      throw ApiException.unsent(
          Kind.REFUSED,
          request.operation(),
          "The request is larger than 10 MiB, and the API takes no more at once",
          "Split the process");
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
