package dev.procc.live.api;

import dev.procc.base.file.InputFile;
import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException.ApiErrorKind;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The source of the current bearer token.
///
/// Fetched tokens are valid for 599 s and are renewed a minute before they expire, by one thread
/// while the others wait for it.
final class TokenSource {
  private static final Duration RENEWAL_MARGIN = Duration.ofSeconds(60);
  private static final String HIDDEN = "***";

  /// The request for a token.
  interface TokenFetcher {
    ApiResponse fetch(String form) throws ApiException;
  }

  private final Credentials credentials;
  private final Clock clock;
  private final TokenFetcher fetcher;
  private final ReentrantLock lock = new ReentrantLock();
  private final CopyOnWriteArrayList<String> secrets = new CopyOnWriteArrayList<>();
  private final ApiExceptionFactory exceptions;
  private @Nullable String fetchedToken;
  private Instant renewAt = Instant.MIN;

  TokenSource(Credentials credentials, Clock clock, TokenFetcher exchange, ApiSettings settings) {
    this.credentials = credentials;
    this.clock = clock;
    this.fetcher = exchange;
    this.exceptions = new ApiExceptionFactory(settings.base(), credentials, this::mask);
    switch (credentials) {
      case Credentials.AccessToken t -> secrets.add(t.value().strip());
      case Credentials.Client c -> secrets.add(c.secret());
      case Credentials.TokenFile f -> {}
      case Credentials.None n -> {}
    }
  }

  ApiExceptionFactory exceptions() {
    return exceptions;
  }

  /// The text with every secret of this client removed, also in the forms of a URL-encoded form and
  /// of JSON.
  String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      if (secret.length() >= 4) {
        String form = ListQuery.encode(secret);
        String json = Json.of(secret).write();
        masked =
            masked
                .replace(secret, HIDDEN)
                .replace(form, HIDDEN)
                .replace(form.toLowerCase(Locale.ROOT), HIDDEN)
                .replace(json.substring(1, json.length() - 1), HIDDEN);
      }
    }
    return masked;
  }

  /// @throws ApiException of kind `AUTH` if there is none
  String bearer(ApiOperation operation) throws ApiException {
    return switch (credentials) {
      case Credentials.AccessToken t -> requireUsable(operation, t.value().strip(), "PROCC_TOKEN");
      case Credentials.TokenFile f ->
          requireUsable(operation, readFile(operation, f), f.path().toString());
      case Credentials.Client c -> currentToken(c);
      case Credentials.None n -> throw exceptions.noToken(operation);
    };
  }

  /// Drops a token that was not accepted.
  ///
  /// @return whether the next one may be another
  boolean renew(String refusedToken) {
    return switch (credentials) {
      case Credentials.AccessToken t -> false;
      case Credentials.None n -> false;
      case Credentials.TokenFile f -> {
        try {
          yield !InputFile.text(f.path(), InputFile.TOKEN_LIMIT).strip().equals(refusedToken);
        } catch (IOException e) {
          yield false;
        }
      }
      case Credentials.Client c -> {
        lock.lock();
        try {
          if (refusedToken.equals(fetchedToken)) {
            fetchedToken = null;
          }
          yield true;
        } finally {
          lock.unlock();
        }
      }
    };
  }

  private String currentToken(Credentials.Client client) throws ApiException {
    lock.lock();
    try {
      String token = fetchedToken;
      if (token != null && clock.instant().isBefore(renewAt)) {
        return token;
      }
      return fetch(client);
    } finally {
      lock.unlock();
    }
  }

  private String fetch(Credentials.Client client) throws ApiException {
    String form =
        "grant_type=client_credentials&client_id="
            + ListQuery.encode(client.id())
            + "&client_secret="
            + ListQuery.encode(client.secret());
    ApiResponse response = fetcher.fetch(form);
    Json json = ApiExceptionFactory.parseOrNull(response.body());
    if (!response.isSuccess()) {
      throw refusal(client, response, ApiError.of(json));
    }
    if (!(json instanceof Json.Obj reply) || reply.text("access_token").isEmpty()) {
      throw exceptions.protocol(ApiOperation.TOKEN, response, "the answer holds no access_token");
    }
    String token = reply.text("access_token").orElse("");
    Duration life = Duration.ofSeconds(reply.integer("expires_in").orElse(599L));
    Duration margin =
        life.dividedBy(2).compareTo(RENEWAL_MARGIN) < 0 ? life.dividedBy(2) : RENEWAL_MARGIN;
    renewAt = clock.instant().plus(life).minus(margin);
    fetchedToken = requireUsable(ApiOperation.TOKEN, token, "the fetched token");
    return fetchedToken;
  }

  private ApiException refusal(Credentials.Client client, ApiResponse response, ApiError error) {
    if (response.status() != 400 && response.status() != 401 && response.status() != 403) {
      return exceptions.of(ApiOperation.TOKEN, response);
    }
    String why = error.code().isEmpty() ? "" : ": " + mask(error.code());
    String more = error.message().isEmpty() ? "" : ", " + mask(error.message());
    return new ApiException(
        ApiErrorKind.AUTH,
        ApiOperation.TOKEN,
        new ApiException.Advice(
            "The client \""
                + client.id()
                + "\" got no token ("
                + response.status()
                + ")"
                + why
                + more,
            "Check PROCC_CLIENT_ID, PROCC_CLIENT_SECRET and the region"),
        ApiException.FailedResponse.of(response, error),
        null);
  }

  private String readFile(ApiOperation operation, Credentials.TokenFile file) throws ApiException {
    try {
      return InputFile.text(file.path(), InputFile.TOKEN_LIMIT).strip();
    } catch (IOException e) {
      String why = e instanceof NoSuchFileException ? "it does not exist" : "it cannot be read";
      throw exceptions.badToken(
          operation,
          "No token from \"" + file.path() + "\": " + why,
          "Write the token into the file that PROCC_TOKEN_FILE names");
    }
  }

  /// The token, which goes into a header and so must not contain spaces or characters outside
  /// ASCII.
  private String requireUsable(ApiOperation operation, String token, String source)
      throws ApiException {
    if (token.isEmpty() || !token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw exceptions.badToken(
          operation,
          (token.isEmpty()
                  ? "The token is empty: "
                  : "The token holds spaces or other characters that no token has: ")
              + source,
          "Give the token alone, without \"Bearer\", quotes or line ends");
    }
    secrets.addIfAbsent(token);
    return token;
  }
}
