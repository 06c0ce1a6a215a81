package dev.procc.language.holidays;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.expand.loops.Table;
import dev.procc.language.project.CsvTableReader;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A reader of holidays from a CSV table.
final class CsvHolidays {
  private static final List<String> DATE_COLUMNS = List.of("date", "day", "holiday date");
  private static final List<String> NAME_COLUMNS =
      List.of("name", "holiday", "title", "summary", "description", "holiday name");

  private static final List<String> KIND_COLUMNS =
      List.of("type", "kind", "category", "holiday type", "classification");
  private static final List<String> REMARK_COLUMNS =
      List.of("remark", "remarks", "note", "notes", "comment", "comments");
  private static final List<String> YES = List.of("yes", "y", "true", "x", "1");

  private CsvHolidays() {}

  static Outcome<HolidayList> read(SourceFile file, @Nullable DayRange range) {
    Findings findings = new Findings();
    Table table = findings.unwrap(CsvTableReader.read(file)).orElse(null);
    if (table == null || !findings.isEmpty()) {
      return Outcome.of(null, findings.toList());
    }
    List<Scalar> columns = table.columns();
    HolidayList.HolidayCollector days = new HolidayList.HolidayCollector();
    Scalar date = column(columns, DATE_COLUMNS);
    Scalar name = column(columns, NAME_COLUMNS);
    if (ScalarValues.date(columns.getFirst().value()) != null) {
      date = columns.getFirst();
      name = columns.size() > 1 ? columns.get(1) : null;
      addDay(date, name, null, days, findings);
    }
    if (date == null) {
      findings.add(
          Finding.of(
                  HolidayCodes.NOT_A_HOLIDAY_LIST,
                  columns.getFirst().span().cover(columns.getLast().span()),
                  "\"" + file.path() + "\" has no column of dates")
              .withHint("begin with a row date,name"));
      return Outcome.of(null, findings.toList());
    }
    for (Mapping row : table.rows()) {
      Scalar named = name == null ? null : cell(row, name);
      addDay(cell(row, date), named, leftOutReason(row, columns), days, findings);
    }
    return HolidayFiles.toHolidayList(file, days, range, findings);
  }

  private static @Nullable Scalar column(List<Scalar> columns, List<String> columnNames) {
    for (Scalar column : columns) {
      if (columnNames.contains(column.value().toLowerCase(Locale.ROOT))) {
        return column;
      }
    }
    return null;
  }

  /// The reason why a column besides the name says that the day is not closed as a whole: `half`
  /// with `yes`, `type` with `half day` or `Observance`; null if none does.
  private static HolidayList.@Nullable LeftOutReason leftOutReason(
      Mapping row, List<Scalar> columns) {
    HolidayList.LeftOutReason reason = null;
    for (Scalar column : columns) {
      Scalar cell = cell(row, column);
      String said = cell == null ? "" : cell.value().strip().toLowerCase(Locale.ROOT);
      String title = column.value().toLowerCase(Locale.ROOT);
      if (HolidayFiles.isHalfDay(said) || title.startsWith("half") && YES.contains(said)) {
        return HolidayList.LeftOutReason.HALF_DAY;
      }
      if (reason == null && KIND_COLUMNS.contains(title)) {
        reason = HolidayRemarks.ofKind(said);
      } else if (reason == null && REMARK_COLUMNS.contains(title)) {
        reason = HolidayRemarks.ofRemark(said);
      }
    }
    return reason;
  }

  private static @Nullable Scalar cell(Mapping row, Scalar column) {
    return row.get(column.value()) instanceof Scalar cell ? cell : null;
  }

  /// The ISO date of a cell in another format, both if it is ambiguous; the expected format if
  /// there is none.
  private static String dayHint(Scalar cell) {
    for (Finding reading : new DateLanguage().parse(cell.value(), cell.span()).findings()) {
      String hint = reading.hint();
      if (hint != null && (hint.startsWith("write 2") || hint.startsWith("write YYYY"))) {
        return hint;
      }
    }
    return "write one day in each row, as 2024-12-25";
  }

  private static void addDay(
      @Nullable Scalar cell,
      @Nullable Scalar named,
      HolidayList.@Nullable LeftOutReason reason,
      HolidayList.HolidayCollector days,
      Findings findings) {
    if (cell == null) {
      return;
    }
    LocalDate date = ScalarValues.date(cell.value());
    if (date == null) {
      Span at = cell.span();
      findings.add(
          Finding.of(
                  HolidayCodes.HOLIDAY_DATE,
                  at,
                  "\"" + cell.value() + "\" is not a date; a date is year, month, day")
              .withHint(dayHint(cell)));
      return;
    }
    String name = named == null ? "" : named.value();
    if (reason != null) {
      days.leaveOut(date, name, reason);
    } else if (HolidayRemarks.isCancelled(name)) {
      days.leaveOut(date, name, HolidayList.LeftOutReason.CANCELLED);
    } else if (HolidayFiles.isHalfDay(name)) {
      days.leaveOut(date, name, HolidayList.LeftOutReason.HALF_DAY);
    } else {
      days.add(date, name);
    }
  }
}
