package dev.procc.live.api;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long to wait after a 429 or a 503: by the `Retry-After` header, in seconds or as a date, or
/// by the message ("Retry request in 10 seconds."), else by doubling from one second. The doubling
/// lasts longer than the 60 s over which the server counts.
record RateLimit(Duration time, String why) {
  /// 1 + 2 + 4 + ... + 64 = 127 s over seven waits.
  static final int WAITS = 7;

  /// A server that asks for more than this is not waited for.
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Pattern MESSAGE =
      Pattern.compile("(?i)retry(?: request)? (?:in|after) (\\d{1,6}) ?s");

  /// @param turn how often it was waited for already, from 0
  static RateLimit of(Answer answer, Instant now, int turn) {
    Optional<Duration> asked = header(answer, now).or(() -> message(answer.body()));
    if (asked.isPresent()) {
      Duration wait = asked.get().isNegative() ? Duration.ZERO : asked.get();
      return new RateLimit(
          wait.isZero() ? backOff(turn) : wait, "rate limit: asked to wait " + words(wait));
    }
    return new RateLimit(backOff(turn), "rate limit: no time given");
  }

  static Duration backOff(int turn) {
    return Duration.ofSeconds(1L << Math.min(turn, 6));
  }

  private static Optional<Duration> header(Answer answer, Instant now) {
    Optional<String> value = answer.headers().firstValue("retry-after");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String text = value.get().strip();
    if (!text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    Instant from = answer.date().orElse(now);
    return Answer.httpDate(text).map(until -> Duration.between(from, until));
  }

  private static Optional<Duration> message(String body) {
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

  private static String words(Duration wait) {
    return wait.toSeconds() + " s";
  }
}
