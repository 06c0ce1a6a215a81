package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.DateResolver;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Small processes for tests; every text is in a file of its own, named after its field.
public final class DateTreeFixture {
  public static final String ID = "close@2026-03";

  public SourcedCalendar calendar = march();
  @Nullable SourcedPeriod period = period("2026-03", null);
  @Nullable public String start = "2026-03-25";
  @Nullable public String end = "2026-04-30";
  @Nullable String due = "WD11";
  DateOptions options = DateOptions.DEFAULT;
  boolean parallel;
  @Nullable String rootDue;
  @Nullable SourcedCalendar rootCalendar;
  public DateTree.@Nullable RelativeDates relative;
  public final List<DateNode> children = new ArrayList<>();

  /// The calendar of the examples: Monday to Friday without Good Friday and 25 May, with Saturday
  /// 11 April.
  static SourcedCalendar march() {
    SourceFile file =
        new SourceFile(
            "us.calendar.yaml", "workdays: mon-fri\n2026-04-03\n2026-05-25\n2026-04-11\n");
    BusinessCalendar days =
        BusinessCalendar.of(
            "us",
            Weekdays.MON_FRI,
            List.of(
                new NamedDay(LocalDate.parse("2026-04-03"), "Good Friday"),
                NamedDay.of(LocalDate.parse("2026-05-25"))),
            List.of(NamedDay.of(LocalDate.parse("2026-04-11"))));
    return new SourcedCalendar(
        days,
        new Origin(Layer.CALENDAR, file.fullSpan()),
        reason -> {
          int line =
              switch (reason.kind()) {
                case WORKDAY, WEEKEND -> 1;
                case HOLIDAY -> 2 + reason.index();
                case EXTRA_WORKDAY -> 4;
              };
          return new Span(file, file.lineStart(line), file.lineStart(line + 1) - 1);
        });
  }

  /// A calendar whose days have no source lines.
  public static SourcedCalendar calendar(BusinessCalendar days) {
    SourceFile file = new SourceFile(days.key() + ".calendar.yaml", days.key());
    return new SourcedCalendar(days, new Origin(Layer.CALENDAR, file.fullSpan()), reason -> null);
  }

  static SourcedPeriod period(String key, @Nullable FiscalRule rule) {
    Periods.PeriodLookup found = Periods.find(key, rule);
    Period period = found.period();
    if (period == null) {
      throw new AssertionError(found.problem());
    }
    SourceFile file = new SourceFile("period.yaml", "key: " + key);
    return new SourcedPeriod(period, new Origin(Layer.PERIOD, new Span(file, 5, 5 + key.length())));
  }

  static DateText text(String path, String text) {
    SourceFile file = new SourceFile(path, text);
    return DateText.written(text, Origin.written(file.fullSpan()));
  }

  static DateText fallback(String path, String text) {
    SourceFile file = new SourceFile(path, text);
    return new DateText(text, new Origin(Layer.DEFAULT, file.fullSpan()), true);
  }

  static Origin at(String path) {
    return Origin.written(new SourceFile(path, path).fullSpan());
  }

  public static DateNode task(String path, @Nullable String due, @Nullable String approval) {
    return DateNode.task(
        ID + "/" + path,
        path.substring(path.lastIndexOf('/') + 1),
        at(path),
        due == null ? null : text(path + ":dueDate", due),
        approval == null ? null : text(path + ":approverDueDate", approval));
  }

  public static DateNode group(
      String path, boolean parallel, @Nullable String due, DateNode... children) {
    return DateNode.group(
        ID + "/" + path,
        path.substring(path.lastIndexOf('/') + 1),
        at(path),
        parallel,
        due == null ? null : text(path + ":dueDate", due),
        List.of(children));
  }

  public DateTreeFixture with(DateNode... nodes) {
    children.addAll(List.of(nodes));
    return this;
  }

  DateTree tree() {
    DateNode root =
        DateNode.group(
                ID + "/root",
                "root",
                at("root"),
                parallel,
                rootDue == null ? null : text("root:dueDate", rootDue),
                children)
            .withCalendar(rootCalendar);
    return new DateTree(
        ID,
        calendar,
        period,
        start == null ? null : text("businessStartDate", start),
        end == null ? null : text("businessEndDate", end),
        due == null ? null : text("dueDate", due),
        relative,
        root);
  }

  public DateResolution resolve() {
    return DateResolver.resolve(tree(), options);
  }

  /// The findings' ids, in order.
  static List<String> ids(DateResolution resolution) {
    return resolution.findings().stream().map(d -> d.code().id()).toList();
  }

  static @Nullable LocalDate date(DateResolution resolution, String path, String field) {
    ResolvedDate found = resolution.date(path.isEmpty() ? ID : ID + "/" + path, field);
    return found == null ? null : found.date();
  }

  public static @Nullable LocalDate due(DateResolution resolution, String path) {
    return date(resolution, path, FieldRole.DUE_DATE.fieldName());
  }

  static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  /// A close with one task, `x`, and this due date.
  static DateResolution resolveDue(String due) {
    return new DateTreeFixture().with(task("x", due, null)).resolve();
  }

  /// The only finding.
  static Finding only(DateResolution resolution) {
    assertEquals(1, resolution.findings().size(), resolution.findings()::toString);
    return resolution.findings().get(0);
  }

  /// The steps of a task's due date.
  static List<DerivationStep> steps(DateResolution resolution, String path) {
    ResolvedDate found = resolution.date(ID + "/" + path, FieldRole.DUE_DATE.fieldName());
    assertNotNull(found, resolution.findings()::toString);
    return found.derivation().steps();
  }

  /// The texts that the fixes of a finding would write.
  public static List<String> fixes(Finding found) {
    return found.fixes().stream().map(Fix::edits).map(e -> e.get(0).replacement()).toList();
  }
}
