package dev.procc.live.api;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The delay after a 429 or a 503: by the `Retry-After` header, in seconds or as a date, or by the
/// message ("Retry request in 10 seconds."), otherwise doubling from one second. The doubled delays
/// together last longer than the 60 s over which the server counts.
record RetryDelay(Duration duration, String reason) {
  /// 1 + 2 + 4 + ... + 64 = 127 s over seven waits.
  static final int MAX_WAITS = 7;

  /// The longest requested delay that is waited for.
  static final Duration MAX_WAIT = Duration.ofMinutes(15);

  private static final Pattern MESSAGE =
      Pattern.compile("(?i)retry(?: request)? (?:in|after) (\\d{1,6}) ?s");

  /// @param attempt the number of earlier waits, from 0
  static RetryDelay of(ApiResponse response, Instant now, int attempt) {
    Optional<Duration> asked = fromHeader(response, now).or(() -> fromMessage(response.body()));
    if (asked.isPresent()) {
      Duration wait = asked.get().isNegative() ? Duration.ZERO : asked.get();
      return new RetryDelay(
          wait.isZero() ? backOff(attempt) : wait,
          "rate limit: asked to wait " + secondsText(wait));
    }
    return new RetryDelay(backOff(attempt), "rate limit: no time given");
  }

  static Duration backOff(int attempt) {
    return Duration.ofSeconds(1L << Math.min(attempt, 6));
  }

  private static Optional<Duration> fromHeader(ApiResponse response, Instant now) {
    Optional<String> value = response.headers().firstValue("retry-after");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String text = value.get().strip();
    if (!text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    Instant from = response.serverTime().orElse(now);
    return ApiResponse.parseHttpDate(text).map(until -> Duration.between(from, until));
  }

  private static Optional<Duration> fromMessage(String body) {
    String text = body;
    try {
      if (JsonReader.read(body) instanceof Json.Obj error) {
        text = error.text("message").orElse(body);
      }
    } catch (JsonException notJson) {
      text = body;
    }
    Matcher matcher = MESSAGE.matcher(text.length() > 2000 ? text.substring(0, 2000) : text);
    return matcher.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  private static String secondsText(Duration wait) {
    return wait.toSeconds() + " s";
  }
}
