package dev.procc.emulator.control;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Assumptions;
import dev.procc.emulator.rules.Reading;
import dev.procc.emulator.rules.Readings;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The clock, the readings and the reset of a running emulator.
final class Settings {
  private final World world;

  Settings(World world) {
    this.world = world;
  }

  Json clock() {
    return Json.object()
        .put("now", world.clock().now().toString())
        .put("today", world.clock().today().toString())
        .build();
  }

  /// `{"now": time or date}` sets it, `{"days": n}` and `{"seconds": n}` move it.
  Json moveClock(Json.Obj body) {
    body.text("now").ifPresent(text -> world.clock().stand(time(text)));
    long seconds = body.integer("seconds").orElse(0L) + 86_400 * body.integer("days").orElse(0L);
    if (seconds != 0) {
      world.clock().move(Duration.ofSeconds(seconds));
    }
    return clock();
  }

  private static Instant time(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atTime(9, 0).toInstant(ZoneOffset.UTC)
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.invalid("'" + text + "' is neither a date nor a time in UTC", "now");
    }
  }

  Json readings() {
    Json.Builder out = Json.object();
    world.readings().all().forEach(out::put);
    return out.build();
  }

  /// Switches the readings that are named; the others stay.
  Json switchTo(Json.Obj body) {
    Readings next = world.readings();
    try {
      for (Map.Entry<String, Json> entry : body.members().entrySet()) {
        String word = entry.getValue() instanceof Json.Str s ? s.value() : "";
        next = next.with(entry.getKey(), word);
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(String.valueOf(e.getMessage()), "readings");
    }
    world.switchTo(next);
    return readings();
  }

  /// `{"known": [ids]}`: from now on a participant with another id is refused.
  Json users(Json.Obj body) {
    Json.Obj users = Json.object().put("known", Json.array(body.items("known"))).build();
    world.store().put(Kind.META, "users", users);
    return users;
  }

  /// Forgets every process and run. The clock stays, and so do the numbers of ids.
  void reset() {
    Json.Obj meta = world.store().snapshot().obj("meta").orElse(Json.Obj.EMPTY);
    world.store().restore(Json.object().put("meta", meta).build());
  }

  static Json assumptions(World world) {
    List<Json> list = new ArrayList<>();
    for (Reading reading : Assumptions.LIST) {
      List<Json> choices = new ArrayList<>();
      for (Reading.Choice choice : reading.choices()) {
        choices.add(
            Json.object().put("word", choice.word()).put("meaning", choice.meaning()).build());
      }
      list.add(
          Json.object()
              .put("key", reading.key())
              .put("question", reading.question())
              .put("holds", world.readings().get(reading.key()))
              .put("choices", Json.array(choices))
              .build());
    }
    return Json.array(list);
  }
}
