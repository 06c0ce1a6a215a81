package dev.procc.language.resolve;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.CalendarDecl.DayDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.Days;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.SourcedCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The calendar that a process counts with, and what of it goes on the wire.
///
/// It is named by `calendar:`, or given by the process's own `business*` fields, or monday to
/// friday, of which nothing is sent.
final class ProcessCalendar {
  private static final Field[] OWN = {
    Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
    Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS,
    Fields.PROCESS_BUSINESS_DATE_INCLUSIONS
  };

  private final Calendars calendars;
  private final List<Diagnostic> found;
  private final Map<Span, SourcedCalendar> sourced = new HashMap<>();

  ProcessCalendar(Calendars calendars, List<Diagnostic> found) {
    this.calendars = calendars;
    this.found = found;
  }

  /// The calendar that counts in the process.
  SourcedCalendar of(ProcessDecl decl) {
    Scalar name = decl.calendar();
    Node own = own(decl);
    if (name != null) {
      if (own != null) {
        found.add(
            Diagnostic.of(
                    ResolveCodes.CALENDAR_GIVEN_TWICE,
                    own.span(),
                    "A process has a calendar or business days of its own, not both")
                .withLabel(name.span(), "the calendar")
                .withHint("remove one of them"));
      }
      SourcedCalendar calendar = named(name);
      return calendar == null ? SourcedCalendar.builtIn(BusinessCalendar.monToFri()) : calendar;
    }
    return own == null ? SourcedCalendar.builtIn(BusinessCalendar.monToFri()) : fromFields(decl);
  }

  private static @Nullable Node own(ProcessDecl decl) {
    for (Field field : OWN) {
      Node node = decl.fields().get(field);
      if (node instanceof Sequence) {
        return node;
      }
    }
    return null;
  }

  /// A calendar of the project with the lines it was made of; absent where the name leads nowhere.
  @Nullable SourcedCalendar named(Scalar name) {
    SourcedCalendar known = sourced.get(name.span());
    if (known != null && known.days().key().equals(name.value())) {
      return known;
    }
    BusinessCalendar days = calendars.named(name, found);
    if (days == null) {
      return null;
    }
    Origin origin =
        new Origin(Layer.CALENDAR, name.span(), lines(days, new ArrayList<>(name.origin().from())));
    SourcedCalendar made = new SourcedCalendar(days, origin, this::line);
    sourced.put(name.span(), made);
    return made;
  }

  private List<Origin> lines(BusinessCalendar days, List<Origin> into) {
    CalendarDecl decl = calendars.decl(days.key());
    if (decl != null) {
      into.add(new Origin(Layer.CALENDAR, decl.workdaysOrigin().span()));
      for (DayDecl day : decl.holidays()) {
        into.add(new Origin(Layer.CALENDAR, day.span()));
      }
      for (DayDecl day : decl.extraWorkdays()) {
        into.add(new Origin(Layer.CALENDAR, day.span()));
      }
    }
    for (BusinessCalendar other : days.alsoClosedIn()) {
      lines(other, into);
    }
    return into;
  }

  private @Nullable Span line(DayReason reason) {
    CalendarDecl decl = calendars.decl(reason.calendar());
    if (decl == null) {
      return null;
    }
    if (reason.index() < 0) {
      return decl.workdaysOrigin().span();
    }
    List<DayDecl> days =
        reason.kind() == DayReason.Kind.HOLIDAY ? decl.holidays() : decl.extraWorkdays();
    return reason.index() < days.size() ? days.get(reason.index()).span() : null;
  }

  private static SourcedCalendar fromFields(ProcessDecl decl) {
    Weekdays weekdays = Weekdays.NONE;
    List<Origin> from = new ArrayList<>();
    Node week = decl.fields().get(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK);
    for (Scalar day : scalars(week)) {
      weekdays = weekdays.union(Weekdays.parse(day.value()).orElse(Weekdays.NONE));
    }
    if (!(week instanceof Sequence)) {
      weekdays = Weekdays.MON_FRI;
    }
    List<Scalar> off = dates(decl.fields().get(Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS));
    List<Scalar> open = dates(decl.fields().get(Fields.PROCESS_BUSINESS_DATE_INCLUSIONS));
    Origin first = null;
    for (Field field : OWN) {
      if (decl.fields().get(field) instanceof Sequence list) {
        Origin origin = new Origin(Layer.CALENDAR, list.span());
        if (first == null) {
          first = origin;
        } else {
          from.add(origin);
        }
      }
    }
    BusinessCalendar days =
        BusinessCalendar.of("of this process", weekdays, named(off), named(open));
    Span weekSpan = week instanceof Sequence list ? list.span() : null;
    return new SourcedCalendar(
        days,
        first == null ? null : first.with(from),
        reason -> ownLine(reason, weekSpan, off, open));
  }

  private static @Nullable Span ownLine(
      DayReason reason, @Nullable Span week, List<Scalar> off, List<Scalar> open) {
    if (reason.index() < 0) {
      return week;
    }
    List<Scalar> list = reason.kind() == DayReason.Kind.HOLIDAY ? off : open;
    return reason.index() < list.size() ? list.get(reason.index()).span() : null;
  }

  private static List<NamedDay> named(List<Scalar> dates) {
    List<NamedDay> days = new ArrayList<>();
    for (Scalar scalar : dates) {
      LocalDate date = Scalars.date(scalar.value());
      if (date != null) {
        days.add(NamedDay.of(date));
      }
    }
    return days;
  }

  private static List<Scalar> dates(@Nullable Node node) {
    List<Scalar> dates = new ArrayList<>();
    for (Scalar scalar : scalars(node)) {
      if (Scalars.date(scalar.value()) != null) {
        dates.add(scalar);
      }
    }
    return dates;
  }

  private static List<Scalar> scalars(@Nullable Node node) {
    List<Scalar> scalars = new ArrayList<>();
    if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Scalar scalar) {
          scalars.add(scalar);
        }
      }
    }
    return scalars;
  }

  /// The `business*` sets of a named calendar as they go on the wire: the weekdays open in every
  /// calendar, and the days off and extra days that lie in the schedule.
  static void onWire(
      SourcedCalendar calendar,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      List<Origin> schedule,
      Map<Field, Value> into) {
    Origin origin = calendar.origin();
    if (origin == null) {
      return;
    }
    BusinessCalendar days = calendar.days();
    Weekdays week = common(days);
    Span line = calendar.lines().of(new DayReason(DayReason.Kind.WORKDAY, days.key(), -1, ""));
    into.put(
        Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
        new Value(
            Json.texts(week.names()),
            line == null ? origin : new Origin(Layer.CALENDAR, line, origin)));
    if (start == null || end == null || end.isBefore(start)) {
      return;
    }
    TreeSet<String> off = new TreeSet<>();
    TreeSet<String> open = new TreeSet<>();
    for (NamedDay day : days.holidays()) {
      if (inside(day, start, end) && !days.isBusiness(day.date())) {
        off.add(day.date().toString());
      }
    }
    for (NamedDay day : days.extraWorkdays()) {
      if (inside(day, start, end)) {
        open.add(day.date().toString());
      }
    }
    if (!days.alsoClosedIn().isEmpty()) {
      int last = Days.of(end);
      for (int day = Days.of(start); Days.exists(day) && day <= last; day++) {
        if (week.has(Days.weekday(day)) && !days.isBusiness(day)) {
          off.add(Days.date(day).toString());
        }
      }
    }
    put(into, Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS, off, origin.with(schedule));
    put(into, Fields.PROCESS_BUSINESS_DATE_INCLUSIONS, open, origin.with(schedule));
  }

  private static boolean inside(NamedDay day, LocalDate start, LocalDate end) {
    return !day.date().isBefore(start) && !day.date().isAfter(end);
  }

  private static Weekdays common(BusinessCalendar days) {
    int mask = days.workdays().mask();
    for (BusinessCalendar other : days.alsoClosedIn()) {
      mask &= common(other).mask();
    }
    return new Weekdays(mask);
  }

  private static void put(
      Map<Field, Value> into, Field field, TreeSet<String> dates, Origin origin) {
    if (!dates.isEmpty()) {
      into.put(field, new Value(Json.texts(dates), origin));
    }
  }
}
