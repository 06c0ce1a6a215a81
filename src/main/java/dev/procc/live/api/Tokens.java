package dev.procc.live.api;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The bearer token of the moment.
///
/// Fetched tokens live 599 s and are renewed a minute before they end, by one thread while the
/// others wait for it.
final class Tokens {
  private static final Duration MARGIN = Duration.ofSeconds(60);

  /// How a token is fetched over the wire.
  interface Exchange {
    Answer fetch(String form) throws ApiException;
  }

  private final Credentials credentials;
  private final Clock clock;
  private final Exchange exchange;
  private final ReentrantLock lock = new ReentrantLock();
  private final CopyOnWriteArrayList<String> secrets = new CopyOnWriteArrayList<>();
  private final Failures failures;
  private @Nullable String fetched;
  private Instant renewAt = Instant.MIN;

  Tokens(Credentials credentials, Clock clock, Exchange exchange, ApiSettings settings) {
    this.credentials = credentials;
    this.clock = clock;
    this.exchange = exchange;
    this.failures = new Failures(settings.base(), credentials, this::mask);
    switch (credentials) {
      case Credentials.Token t -> secrets.add(t.value().strip());
      case Credentials.Client c -> secrets.add(c.secret());
      case Credentials.TokenFile f -> {}
      case Credentials.None n -> {}
    }
  }

  Failures failures() {
    return failures;
  }

  /// The text with every secret of this client taken out.
  String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      if (secret.length() >= 4) {
        masked = masked.replace(secret, "***");
      }
    }
    return masked;
  }

  /// @throws ApiException of kind `AUTH` where there is none
  String bearer(Operation operation) throws ApiException {
    return switch (credentials) {
      case Credentials.Token t -> usable(operation, t.value().strip(), "PROCC_TOKEN");
      case Credentials.TokenFile f -> usable(operation, read(operation, f), f.path().toString());
      case Credentials.Client c -> current(c);
      case Credentials.None n -> throw failures.noToken(operation);
    };
  }

  /// Forgets a token that was not accepted.
  ///
  /// @return whether the next one may be another
  boolean renew(String refused) {
    return switch (credentials) {
      case Credentials.Token t -> false;
      case Credentials.None n -> false;
      case Credentials.TokenFile f -> {
        try {
          yield !Files.readString(f.path()).strip().equals(refused);
        } catch (IOException e) {
          yield false;
        }
      }
      case Credentials.Client c -> {
        lock.lock();
        try {
          if (refused.equals(fetched)) {
            fetched = null;
          }
          yield true;
        } finally {
          lock.unlock();
        }
      }
    };
  }

  private String current(Credentials.Client client) throws ApiException {
    lock.lock();
    try {
      String token = fetched;
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
    Answer answer = exchange.fetch(form);
    Json json = Failures.json(answer.body());
    if (!answer.ok()) {
      throw refused(client, answer, Fault.of(json));
    }
    if (!(json instanceof Json.Obj reply) || reply.text("access_token").isEmpty()) {
      throw failures.protocol(Operation.TOKEN, answer, "the answer holds no access_token");
    }
    String token = reply.text("access_token").orElse("");
    Duration life = Duration.ofSeconds(reply.integer("expires_in").orElse(599L));
    Duration margin = life.dividedBy(2).compareTo(MARGIN) < 0 ? life.dividedBy(2) : MARGIN;
    renewAt = clock.instant().plus(life).minus(margin);
    fetched = usable(Operation.TOKEN, token, "the fetched token");
    return fetched;
  }

  private ApiException refused(Credentials.Client client, Answer answer, Fault fault) {
    if (answer.status() != 400 && answer.status() != 401 && answer.status() != 403) {
      return failures.of(Operation.TOKEN, answer);
    }
    String why = fault.code().isEmpty() ? "" : ": " + mask(fault.code());
    String more = fault.message().isEmpty() ? "" : ", " + mask(fault.message());
    return new ApiException(
        Kind.AUTH,
        Operation.TOKEN,
        answer.status(),
        "The client \"" + client.id() + "\" got no token (" + answer.status() + ")" + why + more,
        "Check PROCC_CLIENT_ID, PROCC_CLIENT_SECRET and the region",
        answer.requestId(),
        fault,
        null);
  }

  private String read(Operation operation, Credentials.TokenFile file) throws ApiException {
    try {
      return Files.readString(file.path()).strip();
    } catch (IOException e) {
      String why = e instanceof NoSuchFileException ? "it does not exist" : "it cannot be read";
      throw failures.badToken(
          operation,
          "No token from \"" + file.path() + "\": " + why,
          "Write the token into the file that PROCC_TOKEN_FILE names");
    }
  }

  /// A token goes into a header: it has no spaces, and nothing outside ASCII.
  private String usable(Operation operation, String token, String from) throws ApiException {
    if (token.isEmpty() || !token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw failures.badToken(
          operation,
          (token.isEmpty()
                  ? "The token is empty: "
                  : "The token holds spaces or other signs no token has: ")
              + from,
          "Give the token alone, without \"Bearer\", quotes or line ends");
    }
    secrets.addIfAbsent(token);
    return token;
  }
}
