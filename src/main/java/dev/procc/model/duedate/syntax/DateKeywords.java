package dev.procc.model.duedate.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keywords of date expressions, by where they may be used.
final class DateKeywords {
  static final List<String> TERM_START =
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
  static final List<String> BEFORE_AFTER = List.of("after", "before");
  static final List<String> DAY_KIND =
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
  static final List<String> SPAN_UNIT = List.of("month", "quarter", "year", "period");
  static final List<String> NODE_FIELD = List.of("due", "approverDue", "done", "start");
  static final List<String> AFTER_EXPRESSION = List.of("or", "even", "of");
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");

  private DateKeywords() {}

  /// The number that a word stands for, 1 for `first` to 5 for `fifth`; 0 if it is no such word.
  static int ordinal(String word) {
    return ORDINALS.indexOf(word) + 1;
  }

  /// The kind of day that a single word names; null for `business` and others.
  static DateExpression.@Nullable DayKind dayKind(String word) {
    for (DateExpression.DayKind dayKind : DateExpression.DayKind.values()) {
      if (dayKind != DateExpression.DayKind.BUSINESS_DAY && dayKind.text().equals(word)) {
        return dayKind;
      }
    }
    return null;
  }

  static DateExpression.@Nullable SpanUnit spanUnit(String word) {
    return switch (word) {
      case "month" -> DateExpression.SpanUnit.MONTH;
      case "quarter" -> DateExpression.SpanUnit.QUARTER;
      case "year" -> DateExpression.SpanUnit.YEAR;
      default -> null;
    };
  }

  /// The unit that a single word names; null for any other, and for `business`, `working`,
  /// `calendar`.
  static DateExpression.@Nullable OffsetUnit unit(String word) {
    return switch (word) {
      case "bd", "workday", "workdays" -> DateExpression.OffsetUnit.BUSINESS_DAY;
      case "d", "day", "days" -> DateExpression.OffsetUnit.DAY;
      case "w", "week", "weeks" -> DateExpression.OffsetUnit.WEEK;
      case "m", "month", "months" -> DateExpression.OffsetUnit.MONTH;
      case "q", "quarter", "quarters" -> DateExpression.OffsetUnit.QUARTER;
      case "y", "year", "years" -> DateExpression.OffsetUnit.YEAR;
      default -> null;
    };
  }
}
