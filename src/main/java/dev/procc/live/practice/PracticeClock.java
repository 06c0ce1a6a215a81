package dev.procc.live.practice;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.http.ApiOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The clock of a local Processes API (`procc emulate --now DATE`), which is asked without a token,
/// and only on this machine.
public final class PracticeClock {
  private static final String PATH = "/_emulator/clock";
  private static final int TIMEOUT_MS = 2_000;
  private static final int MAX_BYTES = 4096;

  private PracticeClock() {}

  /// The day of an emulator whose clock is not the real one; null for any other server, and if it
  /// does not respond.
  public static @Nullable LocalDate day(URI base) {
    if (!"http".equals(base.getScheme()) || !ApiOrigin.isLoopback(base.getHost())) {
      return null;
    }
    try {
      HttpURLConnection connection =
          (HttpURLConnection) base.resolve(PATH).toURL().openConnection(Proxy.NO_PROXY);
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(TIMEOUT_MS);
      connection.setReadTimeout(TIMEOUT_MS);
      try (InputStream body = connection.getInputStream()) {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK
            ? parse(new String(body.readNBytes(MAX_BYTES), StandardCharsets.UTF_8))
            : null;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return null;
    }
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
