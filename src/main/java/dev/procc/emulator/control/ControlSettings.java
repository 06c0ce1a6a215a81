package dev.procc.emulator.control;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.Assumption;
import dev.procc.emulator.assumption.AssumptionChoices;
import dev.procc.emulator.assumption.Assumptions;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import dev.procc.emulator.store.RowStore;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The clock, the assumptions, the users and the reset of a running emulator.
final class ControlSettings {
  private final EmulatorState state;

  ControlSettings(EmulatorState state) {
    this.state = state;
  }

  Json clock() {
    return Json.object()
        .put("now", state.clock().now().toString())
        .put("today", state.clock().today().toString())
        .put("real", state.clock().isReal())
        .build();
  }

  /// Sets the clock by `{"now": time or date}`, or moves it by `{"days": n}` and `{"seconds": n}`.
  Json moveClock(Json.Obj body) {
    long days = whole(body, "days");
    long seconds = whole(body, "seconds");
    if (body.members().isEmpty() || body.has("now") && body.text("now").isEmpty()) {
      throw ErrorReply.invalid("Say now, days or seconds", "now");
    }
    try {
      body.text("now").ifPresent(text -> state.clock().setTo(time(text)));
      Duration by = Duration.ofDays(days).plusSeconds(seconds);
      if (!by.isZero()) {
        state.clock().move(by);
      }
    } catch (DateTimeException | ArithmeticException outside) {
      throw ErrorReply.invalid("The clock shows the years 1 to 9999", "now");
    }
    return clock();
  }

  private static long whole(Json.Obj body, String name) {
    return body.has(name)
        ? body.integer(name)
            .orElseThrow(() -> ErrorReply.invalid("'" + name + "' is no whole number", name))
        : 0;
  }

  private static Instant time(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atTime(9, 0).toInstant(ZoneOffset.UTC)
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw ErrorReply.invalid("'" + text + "' is neither a date nor a time in UTC", "now");
    }
  }

  Json choices() {
    Json.Builder out = Json.object();
    state.choices().all().forEach(out::put);
    return out.build();
  }

  /// Switches the named assumptions.
  Json choose(Json.Obj body) {
    AssumptionChoices next = state.choices();
    try {
      for (Map.Entry<String, Json> entry : body.members().entrySet()) {
        String word = entry.getValue() instanceof Json.Str s ? s.value() : "";
        next = next.with(entry.getKey(), word);
      }
    } catch (IllegalArgumentException e) {
      throw ErrorReply.invalid(String.valueOf(e.getMessage()), "readings");
    }
    state.setChoices(next);
    return choices();
  }

  /// Sets the known users, `{"known": [ids]}`: a participant with another id is refused. Null makes
  /// every user known again.
  Json users(Json.Obj body) {
    Json known = body.get("known");
    boolean list =
        known instanceof Json.Arr ids && ids.items().stream().allMatch(Json.Str.class::isInstance);
    if (!list && !(known instanceof Json.Null)) {
      throw ErrorReply.invalid("Field 'known' must be a list of ids, or null", "/known");
    }
    Json.Obj users = Json.object().put("known", list ? known : null).build();
    state.store().put(RowKind.META, "users", users);
    return users;
  }

  /// Removes every process and run, but keeps the clock and the counter of ids.
  void reset() {
    Json.Obj meta = state.store().snapshot().obj("meta").orElse(Json.Obj.EMPTY);
    state.store().restore(RowStore.inMemory().snapshot().with("meta", meta));
  }

  static Json assumptions(EmulatorState state) {
    List<Json> list = new ArrayList<>();
    for (Assumption assumption : Assumptions.LIST) {
      List<Json> choices = new ArrayList<>();
      for (Assumption.Choice choice : assumption.choices()) {
        choices.add(
            Json.object().put("word", choice.word()).put("meaning", choice.meaning()).build());
      }
      list.add(
          Json.object()
              .put("key", assumption.key())
              .put("question", assumption.question())
              .put("holds", state.choices().get(assumption.key()))
              .put("choices", Json.array(choices))
              .build());
    }
    return Json.array(list);
  }
}
