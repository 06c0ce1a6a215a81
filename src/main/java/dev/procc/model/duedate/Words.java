package dev.procc.model.duedate;

import java.util.List;

/// The keywords, by the places where they may stand.
final class Words {
  static final List<String> TERM =
      List.of(
          "start",
          "end",
          "dueDate",
          "process",
          "period",
          "task",
          "group",
          "parent",
          "previous",
          "BD",
          "WD",
          "T",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "last",
          "earliest",
          "latest",
          "min",
          "max",
          "clamp",
          "none");
  static final List<String> UNIT =
      List.of(
          "bd",
          "business",
          "working",
          "workday",
          "workdays",
          "calendar",
          "d",
          "day",
          "days",
          "w",
          "week",
          "weeks",
          "m",
          "month",
          "months",
          "q",
          "quarter",
          "quarters",
          "y",
          "year",
          "years");
  static final List<String> DAY = List.of("day", "days");
  static final List<String> SIDE = List.of("after", "before");
  static final List<String> WHAT =
      List.of(
          "business",
          "workday",
          "day",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");
  static final List<String> SPAN =
      List.of("the", "period", "month", "quarter", "year", "next", "previous");
  static final List<String> STRETCH = List.of("month", "quarter", "year");
  static final List<String> NODE_FIELD = List.of("due", "approverDue", "done", "start");
  static final List<String> AFTER = List.of("or", "even", "of");
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");

  private Words() {}

  /// 1 for `first` to 5 for `fifth`, 0 for no such word.
  static int ordinal(String word) {
    return ORDINALS.indexOf(word) + 1;
  }

  /// The kind of day a single word names; absent as null for `business` and others.
  static Expr.@org.jspecify.annotations.Nullable What what(String word) {
    for (Expr.What what : Expr.What.values()) {
      if (what != Expr.What.BUSINESS_DAY && what.words().equals(word)) {
        return what;
      }
    }
    return null;
  }

  static Expr.@org.jspecify.annotations.Nullable Stretch stretch(String word) {
    return switch (word) {
      case "month" -> Expr.Stretch.MONTH;
      case "quarter" -> Expr.Stretch.QUARTER;
      case "year" -> Expr.Stretch.YEAR;
      default -> null;
    };
  }

  /// The unit a single word names; null for none, and for `business`, `working`, `calendar`.
  static Expr.@org.jspecify.annotations.Nullable Unit unit(String word) {
    return switch (word) {
      case "bd", "workday", "workdays" -> Expr.Unit.BUSINESS_DAY;
      case "d", "day", "days" -> Expr.Unit.DAY;
      case "w", "week", "weeks" -> Expr.Unit.WEEK;
      case "m", "month", "months" -> Expr.Unit.MONTH;
      case "q", "quarter", "quarters" -> Expr.Unit.QUARTER;
      case "y", "year", "years" -> Expr.Unit.YEAR;
      default -> null;
    };
  }
}
