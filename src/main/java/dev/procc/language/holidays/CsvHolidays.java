package dev.procc.language.holidays;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.expand.Table;
import dev.procc.language.project.CsvTable;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.model.calendar.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Holidays from a table.
final class CsvHolidays {
  private static final List<String> DATES = List.of("date", "day", "holiday date");
  private static final List<String> NAMES =
      List.of("name", "holiday", "title", "summary", "description", "holiday name");

  private CsvHolidays() {}

  static Outcome<HolidayList> read(SourceFile file, @Nullable DayRange range) {
    Outcome<Table> read = CsvTable.read(file);
    List<Diagnostic> found = new ArrayList<>(read.diagnostics());
    Table table = read.value().orElse(null);
    if (table == null || !found.isEmpty()) {
      return Outcome.of(null, found);
    }
    List<Scalar> columns = table.columns();
    HolidayList.Collector days = new HolidayList.Collector();
    Scalar date = column(columns, DATES);
    Scalar name = column(columns, NAMES);
    if (Scalars.date(columns.getFirst().value()) != null) {
      date = columns.getFirst();
      name = columns.size() > 1 ? columns.get(1) : null;
      day(date, name, days, found);
    }
    if (date == null) {
      found.add(
          Diagnostic.of(
                  HolidayCodes.NOT_A_LIST,
                  columns.getFirst().span().cover(columns.getLast().span()),
                  "\"" + file.path() + "\" has no column of dates")
              .withHint("begin with a row date,name"));
      return Outcome.of(null, found);
    }
    for (Mapping row : table.rows()) {
      day(cell(row, date), name == null ? null : cell(row, name), days, found);
    }
    return Listed.list(file, days, range, found);
  }

  private static @Nullable Scalar column(List<Scalar> columns, List<String> words) {
    for (Scalar column : columns) {
      if (words.contains(column.value().toLowerCase(Locale.ROOT))) {
        return column;
      }
    }
    return null;
  }

  private static @Nullable Scalar cell(Mapping row, Scalar column) {
    return row.get(column.value()) instanceof Scalar cell ? cell : null;
  }

  private static void day(
      @Nullable Scalar cell,
      @Nullable Scalar named,
      HolidayList.Collector days,
      List<Diagnostic> found) {
    if (cell == null) {
      return;
    }
    LocalDate date = Scalars.date(cell.value());
    if (date == null) {
      Span at = cell.span();
      found.add(
          Diagnostic.of(
                  HolidayCodes.BAD_DATE,
                  at,
                  "\"" + cell.value() + "\" is no date; a date is year, month, day")
              .withHint("write 2024-12-25"));
      return;
    }
    String name = named == null ? "" : named.value();
    if (Listed.half(name)) {
      days.leave(date, name, HolidayList.Why.HALF_DAY);
    } else {
      days.day(date, name);
    }
  }
}
