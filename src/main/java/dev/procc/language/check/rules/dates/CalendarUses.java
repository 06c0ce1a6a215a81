package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The uses of calendars: who counts by which calendar, over which days, and whether these were
/// looked up.
public final class CalendarUses {
  private final Map<String, List<CalendarUse>> uses = new LinkedHashMap<>();

  private CalendarUses() {}

  /// A range of days that somebody counts by a calendar.
  ///
  /// @param user `close@2024-Q4`, `Elena Ruiz in close@2024-Q4`
  /// @param span of the key of the period, or of the process, that makes it so
  public record CalendarUse(String user, DayRange days, Span span) {}

  /// All uses in some processes.
  ///
  /// @param periods of the project
  public static CalendarUses of(List<ProcessContext> processes, List<PeriodDecl> periods) {
    CalendarUses found = new CalendarUses();
    for (ProcessContext process : processes) {
      found.addProcess(process, spanOf(process.resolved(), periods));
    }
    return found;
  }

  private static Span spanOf(ResolvedProcess process, List<PeriodDecl> periods) {
    Period period = process.period();
    for (PeriodDecl decl : periods) {
      if (period != null && decl.key().value().equals(period.key())) {
        return decl.key().span();
      }
    }
    return process.decl().key().span();
  }

  /// The uses of a calendar that go beyond the days for which it is maintained, as one finding;
  /// null if there are none.
  public @Nullable Finding gap(CalendarDecl calendar) {
    DayRange known = known(calendar);
    if (known == null) {
      return null;
    }
    List<CalendarUse> beyond = new ArrayList<>();
    for (CalendarUse use : uses.getOrDefault(calendar.key().value(), List.of())) {
      if (!known.contains(use.days().start()) || !known.contains(use.days().end())) {
        beyond.add(use);
      }
    }
    return beyond.isEmpty() ? null : gap(calendar, beyond, needed(calendar));
  }

  /// The whole months that a calendar has to cover for all its uses and listed days; null if there
  /// are none.
  public @Nullable DayRange needed(CalendarDecl calendar) {
    DayRange needed = union(calendar.coveredDays(), listed(calendar));
    for (CalendarUse use : uses.getOrDefault(calendar.key().value(), List.of())) {
      needed = union(needed, use.days());
    }
    return needed == null
        ? null
        : new DayRange(
            needed.start().withDayOfMonth(1), YearMonth.from(needed.end()).atEndOfMonth());
  }

  private static Finding gap(
      CalendarDecl calendar, List<CalendarUse> beyond, @Nullable DayRange needed) {
    CalendarUse use = beyond.getFirst();
    int more = beyond.size() - 1;
    Scalar covers = calendar.covers();
    return Finding.of(
            ResolveCodes.CALENDAR_GAP,
            covers == null ? calendar.key().span() : covers.span(),
            "\""
                + calendar.key().value()
                + "\" "
                + describeKnown(calendar)
                + ", but "
                + use.user()
                + " counts "
                + describe(use.days())
                + (more == 0 ? "" : ", and " + more + " more " + Plural.choose(more, "does", "do")))
        .withLabel(use.span(), "needed here")
        .withHint(
            "look the missing days up, then write covers: "
                + needed
                + "; procc calendar import does both");
  }

  private static String describeKnown(CalendarDecl calendar) {
    DayRange listed = listed(calendar);
    if (calendar.coveredDays() != null || listed == null) {
      return "covers " + calendar.coveredDays();
    }
    boolean one = listed.start().equals(listed.end());
    return (one ? "lists one day off, " : "lists days off ")
        + describe(listed)
        + ", and does not say what it covers";
  }

  private static String describe(DayRange days) {
    String first = DayText.format(days.start());
    return days.start().equals(days.end())
        ? first
        : "from " + first + " to " + DayText.format(days.end());
  }

  /// The days for which a calendar is maintained: `covers`, otherwise the years in which days are
  /// listed, of the last one January alone if none is listed after it; null if none is listed.
  private static @Nullable DayRange known(CalendarDecl calendar) {
    DayRange listed = listed(calendar);
    if (calendar.covers() != null || listed == null) {
      return calendar.coveredDays();
    }
    LocalDate last = listed.end();
    return new DayRange(
        listed.start().withDayOfYear(1),
        last.getMonth() == Month.JANUARY
            ? YearMonth.from(last).atEndOfMonth()
            : LocalDate.of(last.getYear(), 12, 31));
  }

  /// From the first to the last day off that is listed; null if none is.
  private static @Nullable DayRange listed(CalendarDecl calendar) {
    DayRange listed = null;
    for (CalendarDecl.DayDecl day : calendar.holidays()) {
      listed = union(listed, new DayRange(day.date(), day.date()));
    }
    return listed;
  }

  private static @Nullable DayRange union(@Nullable DayRange one, @Nullable DayRange other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new DayRange(
        one.start().isBefore(other.start()) ? one.start() : other.start(),
        one.end().isAfter(other.end()) ? one.end() : other.end());
  }

  private void addProcess(ProcessContext process, Span at) {
    DateResolution dates = process.resolved().dates();
    DayRange all = range(dates.dates());
    if (all == null) {
      return;
    }
    Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
    addWithOthers(dates.tree().calendar().days(), calendars);
    for (ResolvedDate date : dates.dates()) {
      addWithOthers(date.calendar().days(), calendars);
    }
    for (String key : calendars.keySet()) {
      addUse(key, new CalendarUse(process.identity(), all, at));
    }
    addPeople(process, at);
  }

  /// Adds a calendar and those it is also closed in.
  private static void addWithOthers(BusinessCalendar calendar, Map<String, BusinessCalendar> into) {
    if (into.putIfAbsent(calendar.key(), calendar) == null) {
      for (BusinessCalendar other : calendar.alsoClosedIn()) {
        addWithOthers(other, into);
      }
    }
  }

  private void addPeople(ProcessContext process, Span at) {
    Map<PersonDecl, List<ResolvedDate>> datesByPerson = new LinkedHashMap<>();
    for (ResolvedDate date : process.resolved().dates().dates()) {
      ResolvedNode node = process.resolved().nodes().get(date.field().address());
      PersonDecl person = node == null ? null : node.responsible(date.role());
      if (person != null && person.calendar() != null) {
        datesByPerson.computeIfAbsent(person, p -> new ArrayList<>()).add(date);
      }
    }
    datesByPerson.forEach((person, due) -> {
      DayRange days = range(due);
      Scalar calendar = person.calendar();
      if (days != null && calendar != null) {
        String user = person.displayName() + " in " + process.identity();
        Map<String, BusinessCalendar> all = new LinkedHashMap<>();
        BusinessCalendar own = process.context().calendars().find(calendar.value());
        if (own != null) {
          addWithOthers(own, all);
        }
        all.keySet().forEach(key -> addUse(key, new CalendarUse(user, days, at)));
      }
    });
  }

  private void addUse(String key, CalendarUse use) {
    uses.computeIfAbsent(key, k -> new ArrayList<>()).add(use);
  }

  private static @Nullable DayRange range(List<ResolvedDate> dates) {
    LocalDate first = null;
    LocalDate last = null;
    for (ResolvedDate date : dates) {
      LocalDate day = date.date();
      first = first == null || day.isBefore(first) ? day : first;
      last = last == null || day.isAfter(last) ? day : last;
    }
    return first == null || last == null ? null : new DayRange(first, last);
  }
}
