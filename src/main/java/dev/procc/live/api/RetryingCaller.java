package dev.procc.live.api;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.http.HttpTransport;
import dev.procc.live.http.Sleeper;
import dev.procc.live.http.TransportException;
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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The sender of one call until it has a response: token, rate limit, repeats.
///
/// Failsafe decides whether there is another attempt; the wait itself is made here, before the
/// attempt, by the injected sleeper, since Failsafe can only sleep on the real clock.
final class RetryingCaller implements AutoCloseable {
  /// The largest request body that the platform accepts, in bytes.
  private static final int MAX_REQUEST_BYTES = 10_485_760;

  /// The repeats after the first attempt, with delays of 1, 2 and 4 s.
  private static final int MAX_REPEATS = 3;

  /// The time after the first attempt of a call in which further ones may begin.
  static final Duration MAX_CALL = Duration.ofMinutes(30);

  /// An exception that is never thrown, for policies that must not repeat after exceptions: without
  /// any, Failsafe repeats after all of them, creates included.
  private static final List<Class<? extends Throwable>> HANDLES_NO_EXCEPTION =
      List.of(NeverThrown.class);

  private static final class NeverThrown extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final ApiSettings settings;
  private final Clock clock;
  private final Sleeper sleeper;
  private final ApiEvents events;
  private final HttpTransport transport;
  private final TokenSource tokenSource;
  private final RateBudget budget;
  private final AtomicReference<@Nullable Duration> clockSkew = new AtomicReference<>();

  RetryingCaller(ApiSettings settings, Clock clock, Sleeper sleeper, ApiEvents events)
      throws IOException, GeneralSecurityException {
    this.settings = settings;
    this.clock = clock;
    this.sleeper = sleeper;
    this.events = events;
    transport =
        new HttpTransport(
            new HttpTransport.HttpSettings(
                settings.base(), settings.timeout(), settings.proxy(), settings.authorityFile()));
    budget = new RateBudget(settings.callsPerMinute(), clock, sleeper, events);
    tokenSource =
        new TokenSource(
            settings.credentials(),
            clock,
            form ->
                send(
                    new ApiRequest(
                        ApiOperation.TOKEN,
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        form,
                        CallGate.OPEN)),
            settings);
  }

  /// A call to send.
  ///
  /// @param path from the first slash, with its query
  /// @param contentType of the body; empty if there is none
  /// @param versioned whether `X-Version` is sent
  /// @param gate asked before each attempt if the call writes
  record ApiRequest(
      ApiOperation operation,
      String path,
      String contentType,
      @Nullable String body,
      boolean versioned,
      CallGate gate) {
    ApiRequest(
        ApiOperation operation,
        String path,
        String contentType,
        @Nullable String body,
        CallGate gate) {
      this(operation, path, contentType, body, true, gate);
    }
  }

  /// The budget for one reading of many responses that begins now.
  ReadBudget readBudget() {
    return new ReadBudget(clock);
  }

  ApiExceptionFactory exceptions() {
    return tokenSource.exceptions();
  }

  /// The time of the server's clock; empty before its first response.
  Optional<Instant> serverTime() {
    return Optional.ofNullable(clockSkew.get()).map(clock.instant()::plus);
  }

  /// @throws ApiException for every response that is not successful
  ApiResponse callOrThrow(ApiRequest request) throws ApiException {
    ApiResponse response = send(request);
    if (!response.isSuccess()) {
      throw exceptions().of(request.operation(), response);
    }
    return response;
  }

  /// The last response, successful or not, after all repeats that are allowed.
  ApiResponse send(ApiRequest request) throws ApiException {
    URI uri = settings.base().resolve(request.path());
    if (!ApiOrigin.isSameServer(uri, settings.base())
        || !TokenPolicy.allows(uri, settings.trustedHost())) {
      throw exceptions().untrustedHost(request.operation(), uri);
    }
    Attempts attempts = new Attempts(request, uri);
    try {
      return retryPolicies(request.operation()).get(attempts::nextAttempt);
    } catch (FailsafeException e) {
      throw unwrap(request, e);
    }
  }

  private ApiException unwrap(ApiRequest request, FailsafeException e) {
    return switch (e.getCause()) {
      case ApiException known -> known;
      case TransportException broken ->
          exceptions().of(request.operation(), broken, request.path());
      case InterruptedException stop -> {
        Thread.currentThread().interrupt();
        yield exceptions().interrupted(request.operation());
      }
      case null, default -> throw e;
    };
  }

  private static FailsafeExecutor<ApiResponse> retryPolicies(ApiOperation operation) {
    RetryPolicy<ApiResponse> rateLimited =
        RetryPolicy.<ApiResponse>builder()
            .handle(HANDLES_NO_EXCEPTION)
            .handleResultIf(a -> a != null && a.status() == 429)
            .withMaxRetries(RetryDelay.MAX_WAITS)
            .build();
    RetryPolicy<ApiResponse> serverTrouble =
        RetryPolicy.<ApiResponse>builder()
            .handleResultIf(a ->
                a != null
                    && a.status() >= 500
                    && operation.repeatPolicy() == ApiOperation.RepeatPolicy.SAFE)
            .handleIf(e -> e instanceof TransportException b && mayRepeat(operation, b))
            .withMaxRetries(MAX_REPEATS)
            .build();
    RetryPolicy<ApiResponse> tokenRejected =
        RetryPolicy.<ApiResponse>builder()
            .handle(HANDLES_NO_EXCEPTION)
            .handleResultIf(a -> a != null && a.status() == 401 && operation != ApiOperation.TOKEN)
            .withMaxRetries(1)
            .build();
    return Failsafe.with(rateLimited, serverTrouble, tokenRejected);
  }

  /// Whether a call without a response may be repeated. A request that was never sent may be,
  /// whatever it does. A certificate stays the same, and so does a response that is too large.
  private static boolean mayRepeat(ApiOperation operation, TransportException broken) {
    if (broken.getCause() instanceof javax.net.ssl.SSLException || broken.isTooLarge()) {
      return false;
    }
    return !broken.mayHaveArrived() || operation.repeatPolicy() == ApiOperation.RepeatPolicy.SAFE;
  }

  /// The attempts of one call; each first waits as the one before it requires.
  private final class Attempts {
    private final ApiRequest request;
    private final URI uri;
    private final Instant end = clock.instant().plus(MAX_CALL);
    private int attemptCount;
    private int rateWaits;
    private int troubleCount;
    private boolean tokenRenewed;
    private @Nullable ApiResponse lastResponse;
    private @Nullable TransportException lastFailure;
    private String lastToken = "";

    Attempts(ApiRequest request, URI uri) {
      this.request = request;
      this.uri = uri;
    }

    ApiResponse nextAttempt() throws ApiException, InterruptedException, TransportException {
      ApiResponse previous = lastResponse;
      if (previous != null || lastFailure != null) {
        ApiResponse givenUp = waitBeforeNext(previous);
        if (givenUp != null) {
          return givenUp;
        }
      }
      budget.acquire(request.operation());
      String token =
          request.operation() == ApiOperation.TOKEN ? "" : tokenSource.bearer(request.operation());
      lastToken = token;
      if (request.operation().repeatPolicy() != ApiOperation.RepeatPolicy.SAFE) {
        request.gate().pass(request.operation());
      }
      attemptCount++;
      return sendOnce(token);
    }

    /// Waits as the last response asks.
    ///
    /// @return that response if another attempt makes no sense, so that the policies give up
    private @Nullable ApiResponse waitBeforeNext(@Nullable ApiResponse previous)
        throws ApiException, InterruptedException {
      if (previous != null && previous.status() == 401) {
        boolean anotherToken = !tokenRenewed && tokenSource.renew(lastToken);
        tokenRenewed = true;
        return anotherToken ? null : previous;
      }
      if (previous != null && previous.status() == 429) {
        RetryDelay limit = RetryDelay.of(previous, clock.instant(), rateWaits++);
        if (limit.duration().compareTo(RetryDelay.MAX_WAIT) > 0) {
          throw exceptions().waitTooLong(request.operation(), previous, limit.duration());
        }
        requireTime(previous, limit.duration());
        budget.holdUntil(
            request.operation(), clock.instant().plus(limit.duration()), limit.reason());
        return null;
      }
      RetryDelay limit =
          previous != null && previous.status() == 503
              ? RetryDelay.of(previous, clock.instant(), troubleCount++)
              : new RetryDelay(RetryDelay.backOff(troubleCount++), "");
      Duration wait =
          limit.duration().compareTo(Duration.ofMinutes(1)) > 0
              ? Duration.ofMinutes(1)
              : limit.duration();
      requireTime(previous, wait);
      events.waiting(request.operation(), wait, troubleText(previous));
      sleeper.sleep(wait);
      return null;
    }

    /// Gives up if the time limit of the call would end during the wait.
    private void requireTime(@Nullable ApiResponse previous, Duration wait) throws ApiException {
      if (!clock.instant().plus(wait).isAfter(end)) {
        return;
      }
      TransportException broken = lastFailure;
      ApiException last =
          previous != null || broken == null
              ? exceptions().of(request.operation(), Objects.requireNonNull(previous))
              : exceptions().of(request.operation(), broken, request.path());
      throw last.with("; it was tried for " + MAX_CALL.toMinutes() + " min");
    }

    private String troubleText(@Nullable ApiResponse previous) {
      TransportException call = lastFailure;
      return call == null
          ? "the server failed (" + (previous == null ? 0 : previous.status()) + ")"
          : call.getMessage();
    }

    private ApiResponse sendOnce(String token) throws TransportException {
      Instant start = clock.instant();
      lastResponse = null;
      lastFailure = null;
      try {
        ApiResponse response =
            ApiResponse.of(request.operation(), transport.send(httpRequest(token)));
        response.serverTime().ifPresent(d -> clockSkew.set(Duration.between(clock.instant(), d)));
        lastResponse = response;
        reportCall(start, response.status(), response.body().length(), response.requestId());
        return response;
      } catch (TransportException e) {
        lastFailure = e;
        reportCall(start, 0, 0, "");
        throw e;
      }
    }

    private HttpRequest httpRequest(String token) {
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

    private void reportCall(Instant start, int status, int received, String requestId) {
      String body = request.body();
      int sent = body == null ? 0 : body.getBytes(StandardCharsets.UTF_8).length;
      events.callEnded(
          new ApiEvents.CompletedCall(
              request.operation(),
              request.path(),
              status,
              attemptCount,
              Duration.between(start, clock.instant()),
              sent,
              received,
              requestId));
    }
  }

  /// Checks that the platform would accept a body of this size; otherwise it is not sent.
  void checkSize(ApiRequest request) throws ApiException {
    String body = request.body();
    if (body != null && body.getBytes(StandardCharsets.UTF_8).length > MAX_REQUEST_BYTES) {
      throw ApiException.notSent(
          ApiErrorKind.REFUSED,
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
