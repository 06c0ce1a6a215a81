package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The type of a member, with a check of its values.
@SuppressWarnings("ImmutableEnumChecker")
enum MemberType {
  TEXT(v -> v instanceof Json.Str ? null : "must be a text"),
  NAME(v ->
      v instanceof Json.Str s && !s.value().isEmpty() ? null : "must be a text with a character"),
  FLAG(v -> v instanceof Json.Bool ? null : "must be true or false"),
  OBJECT(v -> v instanceof Json.Obj ? null : "must be an object"),
  ARRAY(v -> v instanceof Json.Arr ? null : "must be an array"),
  DATE(MemberType::dateProblem),
  DATES(v -> set(v, MemberType::dateProblem)),
  DAYS(v -> set(v, MemberType::weekdayProblem)),
  TEXTS(v -> set(v, item -> item instanceof Json.Str ? null : "must be a text")),
  TRIGGER(v -> wordProblem(v, List.of("whenEligible", "manual"))),
  ACTION(v -> wordProblem(v, JobActions.NAMES)),
  REMINDERS(v ->
      v instanceof Json.Obj o && o.text("mode").isPresent()
          ? null
          : "must be an object with a mode"),
  PARTICIPANT(v ->
      v instanceof Json.Obj o && o.text("id").isPresent() ? null : "must be an object with an id"),
  USER(v -> v instanceof Json.Str ? null : "must be the id of a user");

  private static final List<String> WEEK =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private final Function<Json, @Nullable String> check;

  MemberType(Function<Json, @Nullable String> check) {
    this.check = check;
  }

  /// The problem of a value, as the end of a sentence; null if there is none.
  @Nullable String problem(Json value) {
    return check.apply(value);
  }

  /// Whether values are sets: unique items without an order.
  boolean set() {
    return this == DATES || this == DAYS || this == TEXTS;
  }

  private static @Nullable String dateProblem(Json value) {
    return value instanceof Json.Str s && isDate(s.value())
        ? null
        : "must be a date such as 2024-12-31";
  }

  /// Whether a text is a calendar date with four, two and two digits.
  static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static @Nullable String weekdayProblem(Json value) {
    return wordProblem(value, WEEK);
  }

  private static @Nullable String wordProblem(Json value, List<String> words) {
    return value instanceof Json.Str s && words.contains(s.value())
        ? null
        : "must be one of " + String.join(", ", words);
  }

  private static @Nullable String set(Json value, Function<Json, @Nullable String> item) {
    if (!(value instanceof Json.Arr array)) {
      return "must be an array";
    }
    for (Json element : array.items()) {
      String problem = item.apply(element);
      if (problem != null) {
        return "has an item that " + problem;
      }
    }
    return new HashSet<>(array.items()).size() == array.items().size()
        ? null
        : "must not hold an item twice";
  }
}
