package dev.procc.live.practice;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.http.PlainHttpSslContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// The clock of a local Processes API (`procc emulate --now DATE`), asked without a token, on this
/// machine alone.
public final class PracticeClock {
  private static final String PATH = "/_emulator/clock";
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final long MAX_BYTES = 4096;

  private PracticeClock() {}

  /// The day of an emulator whose clock is not the real one; null for every other server, and for
  /// one that does not answer.
  public static @Nullable LocalDate day(URI base) {
    if (!"http".equals(base.getScheme()) || !ApiOrigin.isLoopback(base.getHost())) {
      return null;
    }
    try (HttpClient client = client()) {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(base.resolve(PATH)).timeout(TIMEOUT).build(),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
      return response.statusCode() == 200
          ? parse(new String(response.body(), StandardCharsets.UTF_8))
          : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(TIMEOUT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(new PlainHttpSslContext())
        .sslParameters(new SSLParameters())
        .build();
  }

  private static @Nullable LocalDate parse(String body) {
    try {
      return JsonReader.read(body) instanceof Json.Obj clock && !clock.flag("real", true)
          ? LocalDate.parse(clock.text("today").orElse(""))
          : null;
    } catch (JsonException | DateTimeException e) {
      return null;
    }
  }
}
