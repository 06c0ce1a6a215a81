package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Plan;
import dev.procc.model.duedate.DayText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What fields and values are called in front of people: names instead of ids, dates with their
/// weekday, the words of Workiva's screens.
final class PlanWords {
  private static final int LONGEST_TEXT = 70;
  private final Map<String, String> people;
  private final Map<String, String> documents;

  PlanWords(Plan plan) {
    this(plan.people(), plan.documents());
  }

  /// @param people names of participants, by id
  /// @param documents names of documents and sections, by id
  PlanWords(Map<String, String> people, Map<String, String> documents) {
    this.people = people;
    this.documents = documents;
  }

  /// The address without the identity of its process; `the process` and `the root group` where
  /// nothing is left.
  static String place(String identity, String address) {
    if (address.equals(identity)) {
      return "the process";
    }
    if (address.equals(identity + "/root")) {
      return "the root group";
    }
    return address.startsWith(identity + "/")
        ? Columns.shown(address.substring(identity.length() + 1))
        : Columns.shown(address);
  }

  /// `task due`, `approval due`: what kind of date it is.
  static String dateLabel(FieldChange change) {
    return switch (change.field()) {
      case "dueDate" ->
          switch (change.kind()) {
            case "process" -> "process due";
            case "group" -> "group due";
            default -> "task due";
          };
      case "approverDueDate" -> "approval due";
      case "businessStartDate" -> "schedule starts";
      case "businessEndDate" -> "schedule ends";
      default -> change.field();
    };
  }

  /// What a field is called where it is not a date: people know few of the API's names.
  static String label(FieldChange change) {
    return switch (change.field()) {
      case "businessDateExclusions" -> "days off";
      case "businessDateInclusions" -> "extra business days";
      case "businessDaysOfWeek" -> "business weekdays";
      default -> isDate(change) ? dateLabel(change) : change.field();
    };
  }

  /// Whether it is a due date that changes.
  static boolean isDueDate(FieldChange change) {
    return change.field().equals("dueDate") || change.field().equals("approverDueDate");
  }

  static boolean isDate(FieldChange change) {
    return isDueDate(change)
        || change.field().equals("businessStartDate")
        || change.field().equals("businessEndDate");
  }

  /// `task`, `request`, `certification`, `group` or `process`.
  static String noun(String kind) {
    return switch (kind) {
      case "process", "group", "certification" -> kind;
      case "contentRequest" -> "request";
      default -> "task";
    };
  }

  static @Nullable LocalDate date(@Nullable Json value) {
    if (value instanceof Json.Str s && s.value().length() == 10) {
      try {
        return LocalDate.parse(s.value());
      } catch (DateTimeException e) {
        return null;
      }
    }
    return null;
  }

  static String day(String iso) {
    LocalDate date = date(Json.of(iso));
    return date == null ? iso : DayText.of(date);
  }

  /// A value of a field.
  String value(String field, @Nullable Json value) {
    LocalDate date = date(value);
    if (value == null) {
      return "none";
    }
    if (date != null && (field.endsWith("Date") || field.equals("dueDate"))) {
      return DayText.of(date);
    }
    return switch (value) {
      case Json.Str s -> text(field, s.value());
      case Json.Obj o when o.has("id") -> person(o.text("id").orElse(""));
      case Json.Arr a -> set(a);
      case Json.Bool b -> String.valueOf(b.value());
      default -> shortened(value.write());
    };
  }

  private String text(String field, String text) {
    if (field.equals("document") || field.equals("section")) {
      return Columns.shown(documents.getOrDefault(text, text));
    }
    return switch (field) {
      case "triggerType", "action" -> Columns.shown(text);
      default -> quoted(text);
    };
  }

  static String quoted(String text) {
    return "\"" + shortened(text) + "\"";
  }

  private static String shortened(String text) {
    String shown = Columns.shown(text.replace("\n", " "));
    return shown.codePointCount(0, shown.length()) <= LONGEST_TEXT
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_TEXT)) + "...";
  }

  /// The name of a participant, or its id where nobody said.
  String person(String id) {
    return Columns.shown(people.getOrDefault(id, id));
  }

  private String set(Json.Arr set) {
    List<String> items = new ArrayList<>();
    for (Json item : set.items()) {
      items.add(item instanceof Json.Str s ? Columns.shown(s.value()) : item.write());
    }
    return String.join(", ", items);
  }

  /// What a change of a set adds and takes away: `+ Thu 2025-01-09`.
  static @Nullable String setDifference(@Nullable Json before, @Nullable Json after) {
    if (!(before == null || before instanceof Json.Arr)
        || !(after == null || after instanceof Json.Arr)
        || before == null && after == null) {
      return null;
    }
    List<Json> old = before instanceof Json.Arr a ? a.items() : List.of();
    List<Json> now = after instanceof Json.Arr a ? a.items() : List.of();
    List<String> parts = new ArrayList<>();
    for (Json item : now) {
      if (!old.contains(item)) {
        parts.add("+ " + element(item));
      }
    }
    for (Json item : old) {
      if (!now.contains(item)) {
        parts.add("- " + element(item));
      }
    }
    return String.join(", ", parts);
  }

  private static String element(Json item) {
    LocalDate date = date(item);
    if (date != null) {
      return DayText.of(date);
    }
    return item instanceof Json.Str s ? Columns.shown(s.value()) : item.write();
  }

  /// `1 task`, `3 tasks`.
  static String count(long n, String noun) {
    return n + " " + plural(n, noun);
  }

  static String plural(long n, String noun) {
    if (n == 1) {
      return noun;
    }
    if (noun.endsWith("y") && !noun.endsWith("ay")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.endsWith("s") ? noun + "es" : noun + "s";
  }

  /// `1 business day later`, `2 business days earlier`; empty where it cannot be said.
  static String shift(@Nullable Integer businessDays) {
    if (businessDays == null || businessDays == 0) {
      return "";
    }
    int days = Math.abs(businessDays);
    return count(days, "business day") + (businessDays > 0 ? " later" : " earlier");
  }
}
