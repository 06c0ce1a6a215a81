package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Fix;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Small processes for tests; every text stands in a file of its own, named after its field.
final class Close {
  static final String ID = "close@2026-03";

  SourcedCalendar calendar = march();
  @Nullable SourcedPeriod period = period("2026-03", null);
  @Nullable String start = "2026-03-25";
  @Nullable String end = "2026-04-30";
  @Nullable String due = "WD11";
  DateOptions options = DateOptions.DEFAULT;
  boolean parallel;
  @Nullable String rootDue;
  @Nullable SourcedCalendar rootCalendar;
  DateTree.@Nullable RelativeDates relative;
  final List<DateNode> children = new ArrayList<>();

  /// Mon-Fri without Good Friday and 25 May, with Saturday 11 April: the calendar of the examples.
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
        new Origin(Layer.CALENDAR, file.whole()),
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

  static SourcedPeriod period(String key, @Nullable FiscalRule rule) {
    Periods.Found found = Periods.find(key, rule);
    Period period = found.period();
    if (period == null) {
      throw new AssertionError(found.problem());
    }
    SourceFile file = new SourceFile("period.yaml", "key: " + key);
    return new SourcedPeriod(period, new Origin(Layer.PERIOD, new Span(file, 5, 5 + key.length())));
  }

  static DateText text(String path, String text) {
    SourceFile file = new SourceFile(path, text);
    return DateText.written(text, Origin.written(file.whole()));
  }

  static DateText fallback(String path, String text) {
    SourceFile file = new SourceFile(path, text);
    return new DateText(text, new Origin(Layer.DEFAULT, file.whole()), true);
  }

  static Origin at(String path) {
    return Origin.written(new SourceFile(path, path).whole());
  }

  static DateNode task(String path, @Nullable String due, @Nullable String approval) {
    return DateNode.task(
        ID + "/" + path,
        path.substring(path.lastIndexOf('/') + 1),
        at(path),
        due == null ? null : text(path + ":dueDate", due),
        approval == null ? null : text(path + ":approverDueDate", approval));
  }

  static DateNode group(String path, boolean parallel, @Nullable String due, DateNode... children) {
    return DateNode.group(
        ID + "/" + path,
        path.substring(path.lastIndexOf('/') + 1),
        at(path),
        parallel,
        due == null ? null : text(path + ":dueDate", due),
        List.of(children));
  }

  Close with(DateNode... nodes) {
    children.addAll(List.of(nodes));
    return this;
  }

  DateTree tree() {
    DateNode root =
        new DateNode(
            ID + "/root",
            "root",
            DateNode.Kind.GROUP,
            parallel,
            rootCalendar,
            at("root"),
            rootDue == null ? null : text("root:dueDate", rootDue),
            null,
            List.of(),
            children);
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

  Resolution resolve() {
    return DateResolver.resolve(tree(), options);
  }

  /// The findings' ids, in order.
  static List<String> ids(Resolution resolution) {
    return resolution.diagnostics().stream().map(d -> d.code().id()).toList();
  }

  static @Nullable LocalDate date(Resolution resolution, String path, String field) {
    ResolvedDate found = resolution.date(path.isEmpty() ? ID : ID + "/" + path, field);
    return found == null ? null : found.date();
  }

  static @Nullable LocalDate due(Resolution resolution, String path) {
    return date(resolution, path, DateResolver.DUE);
  }

  static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  /// A close with one task, `x`, due by a text.
  static Resolution one(String due) {
    return new Close().with(task("x", due, null)).resolve();
  }

  /// The only finding.
  static Diagnostic only(Resolution resolution) {
    assertEquals(1, resolution.diagnostics().size(), resolution.diagnostics()::toString);
    return resolution.diagnostics().get(0);
  }

  /// The steps of a task's due date.
  static List<DerivationStep> steps(Resolution resolution, String path) {
    ResolvedDate found = resolution.date(ID + "/" + path, DateResolver.DUE);
    assertNotNull(found, resolution.diagnostics()::toString);
    return found.derivation().steps();
  }

  /// What the fixes of a finding would write.
  static List<String> fixes(Diagnostic found) {
    return found.fixes().stream().map(Fix::edits).map(e -> e.get(0).replacement()).toList();
  }
}
